"""Inverse analysis: what would have to change for a state to hold."""
