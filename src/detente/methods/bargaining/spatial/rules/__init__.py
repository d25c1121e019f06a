"""Rules that say where a bargain on a scale ends, one per file: each ``RULE`` is found by ``registry``."""
