"""Planes: better for one to the right, better for the other upwards."""
