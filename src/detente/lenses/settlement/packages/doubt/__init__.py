"""How sure what is found of packages is, and what to find out."""
