"""What a solution concept must provide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.stability.answers import unmoved

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from detente.methods.gmcr.arrays import Bool
    from detente.methods.gmcr.engines.engine import Engine
    from detente.methods.gmcr.stability.answers import Answers
    from detente.methods.gmcr.stability.foresight import Anticipation
    from detente.methods.gmcr.stability.simultaneous import Simultaneous


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
    answers
        Which answers take an improvement away; ``None`` when none does.
    implies
        Keys of the weaker concepts that this one directly entails.
    judge
        ``judge(engine, i)``: the states that decision maker ``i`` does not leave, false at infeasible states
        [shape (S,)], for concepts that do not turn on answers. Raises :class:`UndefinedConceptError` where that
        has no meaning.
    proof
        ``proof(engine, i, s)``: why decision maker ``i`` stays at the feasible state ``s`` or leaves it, for
        concepts that do not turn on answers.
    """

    key: str
    order: int
    title: str
    meaning: str
    references: tuple[str, ...]
    answers: Answers | None
    implies: frozenset[str] = frozenset()
    judge: Callable[[Engine, int], Bool] | None = None
    proof: Callable[[Engine, int, int], Anticipation | Simultaneous] | None = None

    def stable(self, engine: Engine, i: int) -> Bool:
        """Return the states that DM ``i`` does not leave, false at infeasible states [shape (S,)].

        Raises
        ------
        UndefinedConceptError
            If the concept is not defined for this conflict.
        """
        [stays] = verdicts(engine, i, [self])
        return np.asarray(stays)


def verdicts(engine: Engine, i: int, concepts: Sequence[Concept]) -> Bool:
    """Return the states that DM ``i`` does not leave under each concept, false at infeasible states [shape (k, S)].

    Raises
    ------
    UndefinedConceptError
        If one of the concepts is not defined for this conflict.
    """
    answered = [k for k, concept in enumerate(concepts) if concept.judge is None]
    found = unmoved(engine, i, [concepts[k].answers for k in answered])
    if len(answered) == len(concepts):
        return found
    rows = dict(zip(answered, found, strict=True))
    for k, concept in enumerate(concepts):
        if concept.judge is not None:
            rows[k] = _judged(concept.judge, concept.key, engine, i)
    return np.array([rows[k] for k in range(len(concepts))])


def _judged(judge: Callable[[Engine, int], Bool], key: str, engine: Engine, i: int) -> Bool:
    try:
        return judge(engine, i)
    except UndefinedConceptError as error:
        raise UndefinedConceptError(str(error), tie=error.tie, key=key) from error
