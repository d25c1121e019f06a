"""Sequences of moves for programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.methods.gmcr.moves.sequences import Move
    from detente.models.conflict.model import ConflictModel


@dataclass(frozen=True, slots=True)
class Step:
    """A move of one decision maker.

    Attributes
    ----------
    by
        Who moves.
    from_, to
        From which state, to which.
    """

    by: str
    from_: str
    to: str


def steps(model: ConflictModel, moves: Iterable[Move]) -> tuple[Step, ...]:
    """Return moves by the names of movers and states."""
    return tuple(Step(model.decision_makers[m.by], model.name(m.source), model.name(m.target)) for m in moves)
