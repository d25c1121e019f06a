"""Events: the last ones, and all of them over time."""
