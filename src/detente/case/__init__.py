"""What the analyst says: frozen records, one noun a file, closed to unknown keys."""

from detente.case.case import Case

__all__ = ["Case"]
