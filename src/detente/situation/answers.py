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
    gated
        Whether it is the state of the region that closes it, or may.
    """

    open: bool
    reason: str
    undetermined: bool = False
    assumed: bool = False
    gated: bool = False


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
    """A position an actor held on an issue, and the date since when."""

    position: Position
    since: str | None


@dataclass(frozen=True, slots=True)
class GivenUp:
    """A position an actor once held on an issue, and the later ones that took its place."""

    position: Position
    by: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What an actor held on an issue.

    Attributes
    ----------
    standing
        Every position that nothing superseded, the latest first; there is at least one.
    given_up
        Those that another one superseded, the latest first.
    """

    standing: tuple[HeldPosition, ...]
    given_up: tuple[GivenUp, ...]

    @property
    def latest(self) -> HeldPosition:
        """The latest that stands; of those of one date a demand before any other kind."""
        return self.standing[0]

    @property
    def counts(self) -> Position:
        """The one that counts where only one can: the latest with a place on the scale, else the latest."""
        placed = (each.position for each in self.standing if each.position.value is not None)
        return next(placed, self.latest.position)


@dataclass(frozen=True, slots=True)
class LastObservation:
    """The last observation of a measure."""

    observation: Observation
    as_of: str | None


@dataclass(frozen=True, slots=True)
class InState:
    """In which of its states a descriptor of the region was.

    Attributes
    ----------
    state
        The state that it certainly was in; ``None`` where that cannot be said.
    possible
        The states that it may have been in, as far as anything is known; none before its first entry.
    since
        Since when it has been in its state, where that is dated.
    questions
        What leaves its state open.
    """

    state: str | None
    possible: tuple[str, ...]
    since: str | None
    questions: tuple[Undetermined, ...]
