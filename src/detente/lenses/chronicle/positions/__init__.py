"""Positions: what each side wants, in words and in numbers."""
