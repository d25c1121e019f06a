"""Red lines: what a side accepts in no case."""

from __future__ import annotations

from detente.case.reading import Reading
from detente.case.record import Slug, Text


class RedLine(Reading):
    """What a side accepts in no case, whatever else is offered.

    Attributes
    ----------
    when
        The condition that holds in all that it accepts.
    why
        The reason, in words.
    """

    id: Slug
    when: Text
    why: Text | None = None
