"""What the case does not know, or leaves open."""
