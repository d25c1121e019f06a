"""The formats; adding a file with an ``EXPORT`` adds a format of the same name."""
