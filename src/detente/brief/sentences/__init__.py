"""The sentences of a brief, one a file."""
