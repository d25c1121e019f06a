"""Claims about a corridor: whether they hold, what drives that, and what would speak against it."""
