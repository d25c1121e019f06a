"""States: the mutually exclusive forms that a condition may take, and which of them cannot be."""

from __future__ import annotations

from detente.case.citation import Claim
from detente.case.reading import Reading
from detente.case.record import Slug, Text


class Closure(Reading):
    """Why a condition cannot be in a state, and when that is so.

    Attributes
    ----------
    why
        The reason, in words.
    """

    why: Text


class DescriptorState(Claim):
    """One of the forms that a condition may take; its id is unique within the condition.

    Attributes
    ----------
    text
        The state in words.
    closed
        Why it cannot be, where that is so: a condition that is in it is pushed out of it.
    tripwire
        What could be seen if the condition came to it.
    when
        Where the condition reads another part of the case: what holds there in this state, such as ``met``, or ``sign
        and not pay``.
    """

    id: Slug
    text: Text | None = None
    closed: Closure | None = None
    tripwire: Text | None = None
    when: Text | None = None

    @property
    def label(self) -> str:
        """What to call it: its text, or its id where it has none."""
        return self.text or self.id
