"""The utility plane: the packages as two of the parties see them."""
