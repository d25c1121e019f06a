"""Ensembles: many readings of uncertain preferences judged at once."""
