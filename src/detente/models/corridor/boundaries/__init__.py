"""Boundaries: outlines of countries, those that come with the program or those of a case."""
