"""Preferences: statements, weights and rankings as payoffs of states."""
