"""The brief as a document for programs."""

BRIEF = "detente.brief/1"
"""Its name."""
