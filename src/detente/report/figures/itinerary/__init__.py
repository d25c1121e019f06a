"""Itineraries: the way to a goal in a few rows over a calendar."""
