"""Bibliographies as other programs save them, read as sources of a case."""
