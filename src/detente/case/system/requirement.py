"""Requirements: without what a condition cannot be in a state, however strong the pressure."""

from __future__ import annotations

from typing import ClassVar

from detente.case.reading import Reading
from detente.case.record import Slug, StateId, Text


class StateRequirement(Reading):
    """Without what a condition cannot be in a state.

    Attributes
    ----------
    state
        The state, as ``descriptor.state``.
    only_if
        What has to hold of the other conditions, such as ``guarantor is present and not (format is direct)``.
    why
        The reason, in words.
    """

    known_by: ClassVar = ("state",)

    id: Slug | None = None
    state: StateId
    only_if: Text
    why: Text | None = None

    @property
    def label(self) -> str:
        """What to call it: the reason, or what is needed for what."""
        return self.why or f"{self.state} only if {self.only_if}"
