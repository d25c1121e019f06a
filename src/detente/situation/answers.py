"""Answers: what can be said of each record at a date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.dates import Truth

if TYPE_CHECKING:
    from detente.case.measure import Observation
    from detente.case.position import Position


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Whether an event had happened.

    Attributes
    ----------
    happened, known
        Whether it had happened, and whether that was known.
    """

    happened: Truth
    known: Truth


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of a commitment.

    Attributes
    ----------
    status
        The last status that it certainly had; ``None`` for none.
    certain
        Whether a later one is ruled out.
    """

    status: str | None
    certain: Truth


@dataclass(frozen=True, slots=True)
class Availability:
    """Whether an option could be taken, and in words why or why not.

    Attributes
    ----------
    open, reason
        The answer, and what it rests on.
    undetermined
        Whether the case leaves it open, so that it only counts as closed.
    assumed
        Whether it is open only on the assumption that a plan was kept.
    """

    open: bool
    reason: str
    undetermined: bool = False
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Undetermined:
    """Something that the case leaves open.

    Attributes
    ----------
    id
        What is open.
    because
        Why it cannot be said.
    settled_by
        The fact that would settle it.
    """

    id: str
    because: str
    settled_by: str


@dataclass(frozen=True, slots=True)
class HeldPosition:
    """The position an actor held on an issue."""

    position: Position
    since: str | None


@dataclass(frozen=True, slots=True)
class LastObservation:
    """The last observation of a measure."""

    observation: Observation
    as_of: str | None
