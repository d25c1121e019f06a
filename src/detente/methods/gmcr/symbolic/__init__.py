"""Conflicts too large to list their states: sets of states as decision diagrams.

A decision diagram is a drawing of a yes-or-no question: whether a state belongs. Sets of far more states than
could ever be listed have small diagrams, and diagrams can be joined, cut and projected without listing anything.
"""
