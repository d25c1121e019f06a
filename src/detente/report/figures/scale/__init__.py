"""Scales with places on them."""
