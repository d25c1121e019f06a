"""Records that can be added to a case from a file; adding a file with an ``ADDITION`` adds a kind of them."""
