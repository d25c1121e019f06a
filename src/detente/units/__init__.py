"""Quantities in words: numbers with their units and bounds."""

from detente.units.quantity import quantity

__all__ = ["quantity"]
