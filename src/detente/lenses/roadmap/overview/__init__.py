"""The road in a few rows: what a reader of ten seconds sees."""
