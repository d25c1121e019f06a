"""Uncertainty: what holds in how many readings of what they want."""
