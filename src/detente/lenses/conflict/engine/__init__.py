"""Engines: a conflict whose states are listed one by one, or kept as sets that are too large to list."""
