"""The matrix for exports: what each state does to each other one, in one whole number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from detente.findings import Result
from detente.lenses.chapter import Chapter
from detente.lenses.look import Look
from detente.lenses.system.options import SystemOptions
from detente.lenses.system.region import region


@dataclass(frozen=True, slots=True)
class NamedState:
    """A state of a descriptor.

    Attributes
    ----------
    id, name
        Its id, and what to call it.
    """

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class NamedDescriptor:
    """A descriptor with its states.

    Attributes
    ----------
    id, name
        Its id, and what to call it.
    states
        Its states, in the order of the case.
    """

    id: str
    name: str
    states: tuple[NamedState, ...]


@dataclass(frozen=True, slots=True)
class Matrix(Result):
    """What each state does to each other one; for exports.

    Attributes
    ----------
    case
        Id of the case.
    descriptors
        The descriptors, in the order of the case.
    effects
        A row for each state that acts and a column for each that is acted on, both through all descriptors: the middle
        of the bounds, of two whole numbers the weaker; 0 for nothing.
    """

    under: ClassVar[str] = "matrix"

    case: str
    descriptors: tuple[NamedDescriptor, ...]
    effects: tuple[tuple[int, ...], ...]


def find(look: Look[SystemOptions]) -> Matrix | None:
    """Return the matrix, where it is asked for."""
    found = look.once(region) if look.options.matrix else None
    if found is None:
        return None
    descriptors = tuple(
        NamedDescriptor(each.id, each.label, tuple(NamedState(state.id, state.label) for state in each.states))
        for each in found.descriptors
    )
    return Matrix(look.case.case.id, descriptors, tuple(map(tuple, found.web.impact.tolist())))


CHAPTER = Chapter("matrix", 1000, find)
