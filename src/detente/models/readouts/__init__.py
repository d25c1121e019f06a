"""Readouts compared: two texts as a result that says what both say, what only one says, and what differs."""
