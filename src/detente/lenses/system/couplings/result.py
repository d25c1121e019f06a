"""What is found of how tracks hang together, for programs."""

from __future__ import annotations

from dataclasses import dataclass

from detente.findings import Result


@dataclass(frozen=True, slots=True)
class Judgement:
    """That a state acts on another one, or that this one needs it.

    Attributes
    ----------
    from_, on
        The states, as ``descriptor.state``.
    """

    from_: str
    on: str


@dataclass(frozen=True, slots=True)
class Direction:
    """What is judged of one condition acting on another.

    Attributes
    ----------
    from_, on
        Ids of the descriptors.
    impacts
        The states that act on states.
    requirements
        The states of which at least one is needed, each with the state that needs it.
    """

    from_: str
    on: str
    impacts: tuple[Judgement, ...]
    requirements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Coupled:
    """Two tracks that hang together, and both of which conditions stand for.

    Attributes
    ----------
    tracks
        Ids of the track that the case couples with another one, and of that one.
    text, cites
        How they hang together, in words of the case, and where that stands.
    taken_up
        Whether a judgement says, in one direction at least, how one acts on the other; an effect of 0 does as well.
    directions
        Both directions of every two conditions that stand for the two tracks.
    """

    tracks: tuple[str, str]
    text: str
    cites: tuple[str, ...]
    taken_up: bool
    directions: tuple[Direction, ...]


@dataclass(frozen=True, slots=True)
class Couplings(Result):
    """The couplings of tracks that conditions stand for; what has none is not judged here.

    Attributes
    ----------
    couplings
        In the order of the case.
    """

    couplings: tuple[Coupled, ...]
