"""Who wants what, subject by subject."""
