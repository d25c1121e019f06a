"""Readings of the challenge model, one per file: each ``PRESET`` is found by ``registry``."""
