"""Texts inside the files of other programs: nothing in them is taken for markup or for a command."""
