"""Impacts: what a state of one condition does to a state of another, and what is at work all the time."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from detente.case.fields import Bound
from detente.case.reading import Reading
from detente.case.record import Slug, StateId, Text
from detente.case.system.effect import Effect

Evidence = Literal["stated", "inferred", "assumed"]
"""Whether a source says that something has an effect, the analyst reads it out of one, or assumes it."""


class Judged(Reading):
    """An effect, and what it is taken to rest on.

    Attributes
    ----------
    effect
        How strongly, from -3 (strongly hindering) to 3 (strongly promoting), or from where to where.
    evidence
        Whether a source states it, it is inferred from one, or assumed; left out, ``inferred`` with a citation and
        ``assumed`` without.
    why
        How it works, in words.
    """

    id: Slug | None = None
    effect: Effect
    evidence: Evidence | None = None
    why: Text | None = None

    @property
    def label(self) -> str:
        """What to call it: how it works."""
        return self.why or ""

    @property
    def basis(self) -> Evidence:
        """What it rests on, said or not."""
        return self.evidence or ("inferred" if self.cites else "assumed")


class Impact(Judged):
    """What a condition being in one state does, directly, to the chance of another condition's state.

    Attributes
    ----------
    source
        The state that does it, as ``descriptor.state``.
    on
        The state that it promotes or hinders, as ``descriptor.state``.
    coder
        Whose judgement it is, where several people judged; what names nobody is everybody's.
    from_
        Since when it is so; ``from`` is the state that does it.
    to
        Until when it is so.
    """

    known_by: ClassVar = ("from", "on", "coder")

    source: StateId = Field(alias="from")
    on: StateId
    coder: Text | None = None
    from_: Bound | None = Field(None, alias="since")
    to: Bound | None = Field(None, alias="until")

    @property
    def label(self) -> str:
        """What to call it: how it works, or what does what."""
        return self.why or f"what {self.source} does to {self.on}"


class Background(Judged):
    """What promotes or hinders a state whatever the others are.

    Attributes
    ----------
    on
        The state, as ``descriptor.state``.
    """

    known_by: ClassVar = ("on",)

    on: StateId

    @property
    def label(self) -> str:
        """What to call it: how it works, or what it works on."""
        return self.why or f"what is at work on {self.on}"
