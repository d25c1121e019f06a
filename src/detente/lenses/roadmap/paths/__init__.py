"""Paths: what everybody is waiting for."""
