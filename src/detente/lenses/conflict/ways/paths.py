"""Ways for programs: where moves lead from a state, and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from detente.lenses.conflict.listing import Step, steps
from detente.methods.gmcr.moves.paths import paths_from

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.methods.gmcr.moves.sequences import Reach
    from detente.models.conflict.model import ConflictModel


@dataclass(frozen=True, slots=True)
class Path:
    """A shortest way to a state.

    Attributes
    ----------
    length
        How many moves it has.
    path
        The moves.
    """

    length: int
    path: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Reached:
    """The states that are reached where they are too many to list.

    Attributes
    ----------
    count
        How many they are.
    named
        The ways to those that the case gives names to.
    """

    count: int
    named: Mapping[str, Path]


ByState: TypeAlias = Mapping[str, Path] | Reached
"""The way to each state that is reached, or how many they are and the ways to some."""


@dataclass(frozen=True, slots=True)
class Paths:
    """Where moves lead from a state.

    Attributes
    ----------
    from_
        The state.
    by_moves
        By any moves.
    by_improvements
        By moves that each gain their mover.
    least_reluctant
        With the fewest moves without a gain.
    """

    from_: str
    by_moves: ByState
    by_improvements: ByState
    least_reluctant: ByState


def paths(model: ConflictModel, start: int, *, brief: bool) -> Paths:
    """Return the ways from a state to all others; ``brief`` for their number, and those to named states."""
    found = paths_from(model.engine, start)
    reaches = (found.by_moves, found.by_improvements, found.least_reluctant)
    return Paths(model.name(start), *(_reached(model, reach, brief=brief) for reach in reaches))


def _reached(model: ConflictModel, reach: Reach, *, brief: bool) -> ByState:
    reached = reach.reached().tolist()
    if not brief:
        return _ways(model, reach, reached)
    named = sorted({state for state in model.named.values() if state is not None} & set(reached))
    return Reached(len(reached), _ways(model, reach, named))


def _ways(model: ConflictModel, reach: Reach, states: Iterable[int]) -> dict[str, Path]:
    ways = {model.name(state): steps(model, reach.path(state) or ()) for state in states}
    return {name: Path(len(path), path) for name, path in ways.items()}
