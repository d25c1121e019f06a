"""Why each decision maker stays at a state, or leaves it."""
