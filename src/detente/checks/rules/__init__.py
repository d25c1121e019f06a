"""The checks, one rule a file; adding a file adds a check."""
