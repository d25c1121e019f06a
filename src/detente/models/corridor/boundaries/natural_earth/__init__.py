"""Natural Earth: the outlines that come with the program, from the npm package ``world-atlas``."""
