"""Detente: a laboratory for real negotiations."""
