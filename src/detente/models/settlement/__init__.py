"""A case's packages as arrays."""
