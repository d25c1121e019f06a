"""Three packages that tell most: the best possible now, the best later, and one that somebody blocks."""
