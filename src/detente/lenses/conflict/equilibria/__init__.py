"""The equilibria: which states nobody leaves, in lists, in order and in pictures."""
