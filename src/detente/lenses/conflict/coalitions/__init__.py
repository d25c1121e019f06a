"""Coalitions: what several could do together."""
