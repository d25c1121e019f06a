"""Sources: what is left out with some, and what stands on none that holds."""
