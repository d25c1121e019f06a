"""A case's positions on a scale as arrays."""
