"""Routes: ways from one place to others, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from detente.findings.figures.spec import Spec


class Gain(StrEnum):
    """What a step is worth to the one who takes it."""

    GAIN = "gains"
    EVEN = "gains nothing"
    COST = "at a cost"


@dataclass(frozen=True, slots=True)
class Hop:
    """One step.

    Attributes
    ----------
    by
        Who takes it.
    gain
        What that is worth to it.
    to
        Key of the place it leads to: equal where the place is the same.
    label
        That place in a few words, one phrase a line.
    named
        Whether the label is a name that readers know.
    title
        The place in full.
    """

    by: str
    gain: Gain
    to: str
    label: tuple[str, ...]
    named: bool
    title: str = ""


@dataclass(frozen=True, slots=True)
class Routes(Spec):
    """Ways from one place, those that begin alike next to each other.

    Attributes
    ----------
    origin
        Where they begin.
    ways
        The steps of each.
    closed
        Places to which there is no way, each with the reason in a few words.
    """

    origin: tuple[str, ...]
    ways: tuple[tuple[Hop, ...], ...]
    closed: tuple[tuple[str, str], ...] = ()
