"""Routes: ways from one place to others, step by step."""
