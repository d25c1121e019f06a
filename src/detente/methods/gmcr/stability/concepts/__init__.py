"""Solution concepts, one per file: each module defines ``CONCEPT`` and ``registry`` finds it."""
