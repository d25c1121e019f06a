"""Who controls what on a route: which readings of two sides leave something, and which arrangements have a name."""
