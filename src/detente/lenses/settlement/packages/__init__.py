"""Packages: which combinations of outcomes beat no deal for everybody, and who blocks."""
