"""Solution concepts that are worked out when asked for, one per file: each ``CONCEPT`` is found by ``registry``."""
