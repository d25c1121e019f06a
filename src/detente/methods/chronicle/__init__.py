"""Chronicles as graphs: the order of what is known in part, and signs between actors."""
