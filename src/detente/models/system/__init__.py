"""The system of a case as plain arrays."""
