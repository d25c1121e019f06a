"""A case's steps as a network with dates."""
