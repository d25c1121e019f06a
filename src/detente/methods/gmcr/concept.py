"""What a solution concept must provide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.methods.gmcr.arrays import Bool, Ordinal
    from detente.methods.gmcr.engine import Engine
    from detente.methods.gmcr.foresight import Anticipation
    from detente.methods.gmcr.simultaneous import Simultaneous


class UndefinedConceptError(ValueError):
    """A concept is not defined for a conflict; the message says what it asks for.

    Attributes
    ----------
    tie
        A decision maker and two states that it likes equally, where that is the reason.
    key
        The concept's key, where it is known who raised this.
    """

    def __init__(self, message: str, *, tie: tuple[int, int, int] | None = None, key: str = "") -> None:
        super().__init__(message)
        self.tie = tie
        self.key = key


@dataclass(frozen=True, slots=True)
class Answers:
    """What counts as an answer to an improvement.

    Attributes
    ----------
    credible
        Whether everybody who moves in it must gain by its own move.
    inescapable
        Whether it must also hold after one more move of the one who is answered.
    """

    credible: bool
    inescapable: bool


@dataclass(frozen=True, slots=True)
class Concept:
    """A definition of when a decision maker stays.

    Attributes
    ----------
    key
        Short name in code, tables and JSON.
    order
        Place in lists, from the least foresight to the most.
    title
        The field's name.
    meaning
        When a decision maker stays, in one plain sentence.
    references
        Keys of ``docs/references.bib``.
    stable
        ``stable(engine, i)``: the states that decision maker ``i`` does not leave, false at infeasible
        states [shape (S,)]. Raises :class:`UndefinedConceptError` where that has no meaning.
    implies
        Keys of the weaker concepts that this one directly entails.
    answers
        Which answers take an improvement away; ``None`` when none is looked for.
    proof
        ``proof(engine, i, s)``: why decision maker ``i`` stays at the feasible state ``s`` or leaves it, for
        concepts that do not turn on answers.
    """

    key: str
    order: int
    title: str
    meaning: str
    references: tuple[str, ...]
    stable: Callable[[Engine, int], Bool]
    implies: frozenset[str] = frozenset()
    answers: Answers | None = None
    proof: Callable[[Engine, int, int], Anticipation | Simultaneous] | None = None


def content(engine: Engine, i: int, temptation: Ordinal) -> Bool:
    """Return the feasible states that DM ``i`` likes at least as much as what tempts it away [shape (S,)]."""
    return np.asarray(engine.feasible & (engine.payoffs[i] >= temptation))
