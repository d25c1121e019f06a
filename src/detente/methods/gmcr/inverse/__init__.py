"""Inverse analysis: what decision makers would have to prefer for a wanted state to hold."""
