"""Forecasts: what the sources expect, and for whom."""
