"""Gates: what the state of the region opens or closes in other parts of the case."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from detente.case.reading import Reading
from detente.case.record import Slug, Text


class Gate(Reading):
    """What can, or cannot, be done while the region is as described.

    Attributes
    ----------
    when
        How the region has to be, such as ``format is mediated``.
    closes, opens
        What cannot be had then, or only then: ``conflict.OPTION``, ``corridor.ID`` of a regime or a link, or an outcome
        by its id or as ``ISSUE.OUTCOME``.
    why
        The reason, in words.
    """

    known_by: ClassVar = ("when", "closes", "opens")

    id: Slug | None = None
    when: Text
    closes: Text | None = None
    opens: Text | None = None
    why: Text | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if (self.closes is None) == (self.opens is None):
            raise PydanticCustomError("choice", "expected exactly one of closes and opens")
        return self

    @property
    def target(self) -> str:
        """What it opens or closes."""
        return self.closes or self.opens or ""

    @property
    def label(self) -> str:
        """What to call it: the reason, or what does what."""
        return self.why or f"{self.target} {'opened' if self.opens else 'closed'} when {self.when}"
