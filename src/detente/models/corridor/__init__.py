"""Corridors: the network of a case at a date as arrays, in its worlds, what is claimed of it, and outlines of countries."""
