"""What the document says of episodes: their steps in order, and what two of them have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from detente.dates import Truth
from detente.findings import Result

Level = Literal["raised", "lowered", "mixed"]


@dataclass(frozen=True, slots=True)
class Step:
    """One incident.

    Attributes
    ----------
    event
        Id of the event.
    role
        What it was in the episode.
    by
        Id of the side that acted; ``None`` where the case does not say which.
    answers
        Ids of the events that it replied to.
    earliest, latest
        The first and the last day it may have been, by its own date and by what answers what.
    follows_previous
        Whether it certainly came after the one before it; what cannot be told is put in order by its bounds.
    level
        Whether the acts recorded of it raised or lowered tension, or did both; ``None`` where none is recorded.
    """

    event: str
    role: str
    by: str | None
    answers: tuple[str, ...]
    earliest: str | None
    latest: str | None
    follows_previous: Truth
    level: Level | None


@dataclass(frozen=True, slots=True)
class Told:
    """An episode, as far as it was on record.

    Attributes
    ----------
    between
        Ids of its sides.
    incidents
        Its steps in order.
    """

    between: tuple[str, ...]
    incidents: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """A kind of step.

    Attributes
    ----------
    role
        What it was in the episode.
    by
        Id of the side that took it; ``None`` where the case does not say which.
    """

    role: str
    by: str | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two episodes between the same sides, the earlier one first.

    Attributes
    ----------
    first, second
        Their ids.
    shared, only_first, only_second
        The kinds of step that both have, and that one of them has.
    """

    first: str
    second: str
    shared: tuple[Act, ...]
    only_first: tuple[Act, ...]
    only_second: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Episodes(Result):
    """The episodes.

    Attributes
    ----------
    episodes
        By episode: its sides, and its incidents in order.
    episode_pairs
        Episodes between the same sides, each with the one before it.
    """

    episodes: Mapping[str, Told]
    episode_pairs: tuple[Pair, ...]
