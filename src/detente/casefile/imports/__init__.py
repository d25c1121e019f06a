"""Formats of other programs that can be imported; adding a file with an ``IMPORTER`` adds a format."""
