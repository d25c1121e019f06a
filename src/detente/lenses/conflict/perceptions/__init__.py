"""Readings that differ: how decision makers read the dispute, and what holds under whose reading."""
