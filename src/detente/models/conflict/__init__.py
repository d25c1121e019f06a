"""A case's conflict as arrays."""
