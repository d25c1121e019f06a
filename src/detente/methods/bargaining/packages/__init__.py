"""Packages over issues: the space, the zone of agreement, and the rules that choose from it."""
