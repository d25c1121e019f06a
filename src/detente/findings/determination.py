"""Determination: whether a lens can say what it is asked, of the day it is asked about."""

from __future__ import annotations

from dataclasses import dataclass

from detente.findings.result import Result


@dataclass(frozen=True, slots=True)
class Open:
    """Something that the case leaves open, on which the answer of a lens hangs.

    Attributes
    ----------
    id
        The reading, or the section of the case.
    text
        Why it is open, in words.
    settled_by
        What would settle it.
    """

    id: str
    text: str
    settled_by: str


@dataclass(frozen=True, slots=True)
class Determination(Result):
    """Whether the readings of the case determine what a lens says of the day.

    Attributes
    ----------
    determined
        Whether they do; where they do not, the other keys of the lens are ``null``.
    because
        Why not; ``null`` where nothing is undetermined.
    beyond_knowledge
        Whether the day lies beyond what the case knows.
    """

    determined: bool
    because: tuple[Open, ...] | None
    beyond_knowledge: bool
