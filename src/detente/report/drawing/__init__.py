"""Drawing: what the figures of all kinds are drawn with, from lettering to SVG."""
