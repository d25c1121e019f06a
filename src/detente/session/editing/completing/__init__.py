"""Completing: what may be written at a place, by the type of what is wanted there."""

from detente.session.editing.completing.choice import Choice
from detente.session.editing.completing.complete import complete
from detente.session.editing.completing.cursor import typed_at

__all__ = ["Choice", "complete", "typed_at"]
