"""The brief as a file; adding a file with a ``WRITER`` adds an ending of the same name."""
