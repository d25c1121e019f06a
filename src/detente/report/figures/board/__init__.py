"""Boards: places in columns and rows, and the moves between them."""
