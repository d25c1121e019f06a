"""The Graph Model for Conflict Resolution: statements, preferences, moves, stability."""
