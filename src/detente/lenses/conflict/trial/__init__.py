"""What a reader of the page can change in the conflict to see what then holds."""
