"""Corridors: the network of a case at a date as arrays, in its worlds, and what is claimed of it."""
