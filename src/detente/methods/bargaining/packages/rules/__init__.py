"""Bargaining rules on packages, one per file, each with all packages that tie."""
