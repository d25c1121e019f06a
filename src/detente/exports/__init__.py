"""Exports: one file format per file."""
