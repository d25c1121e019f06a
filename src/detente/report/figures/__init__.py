"""Figures: each kind in a folder of its own, which says how it is laid out, drawn, explained and styled."""
