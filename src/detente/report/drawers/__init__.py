"""The kinds of figures that the page can draw, one a file, each with a ``DRAWER``."""
