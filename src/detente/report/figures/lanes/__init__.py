"""Lanes over a calendar."""
