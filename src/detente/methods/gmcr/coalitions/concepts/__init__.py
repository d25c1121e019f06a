"""Coalition solution concepts, one per file."""
