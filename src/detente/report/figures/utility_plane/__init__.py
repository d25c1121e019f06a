"""Utility planes: worth more to one to the right, worth more to the other upwards."""
