"""Robustness: what would still hold if somebody wanted one thing less, or in another order."""
