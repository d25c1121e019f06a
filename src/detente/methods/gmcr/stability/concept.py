"""What a solution concept must provide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from detente.methods.gmcr.ensembles.form import EnsembleForm
from detente.methods.gmcr.stability.sanctions import deterred

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from oxidd.bcdd import BCDDFunction

    from detente.methods.gmcr.arrays import Bool
    from detente.methods.gmcr.engines.engine import Engine
    from detente.methods.gmcr.stability.sanctions import Sanctions
    from detente.methods.gmcr.symbolic.moves import Moves


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


class Proof(Protocol):
    """Why a decision maker stays at a state or leaves it."""

    @property
    def stays(self) -> bool:
        """Whether it stays."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A definition of when a decision maker stays: everything that any kernel asks of it.

    A concept that turns on sanctions says which of them deter, and every kernel follows from that. Another one brings
    its verdict: ensembles judge it profile by profile, sets of states only if it has a symbolic form,
    and inverse analysis says of a wanted state no more than whether it holds as things are.

    Attributes
    ----------
    key
        Short name in code, tables and JSON.
    order
        Place in lists, from the least foresight to the most.
    title
        The field's name.
    short
        Its abbreviation, as the field writes it.
    meaning
        When a decision maker stays, in one plain sentence.
    references
        Keys of ``docs/references.bib``.
    sanctions
        Which sanctions deter from an improvement; ``None`` when none does. Not looked at beside a ``judge``.
    implies
        Keys of the weaker concepts that this one directly entails.
    judge
        ``judge(engine, i)``: the states that decision maker ``i`` does not leave, false at infeasible states
        [shape (S,)], for concepts that do not turn on sanctions. Raises :class:`UndefinedConceptError` where that
        has no meaning.
    proof
        ``proof(engine, i, s)``: why decision maker ``i`` stays at the feasible state ``s`` or leaves it, for
        concepts that do not turn on sanctions; ``None`` where there is nothing to tell but the verdict.
    symbolic
        ``symbolic(moves, i)``: the feasible states that decision maker ``i`` does not leave as a decision diagram, for
        concepts that do not turn on sanctions; ``None`` where these can be judged state by state only.

    Raises
    ------
    ValueError
        If there is a proof or a symbolic form, but no verdict of its own.
    """

    key: str
    order: int
    title: str
    short: str
    meaning: str
    references: tuple[str, ...]
    sanctions: Sanctions | None = None
    implies: frozenset[str] = frozenset()
    judge: Callable[[Engine, int], Bool] | None = None
    proof: Callable[[Engine, int, int], Proof] | None = None
    symbolic: Callable[[Moves, int], BCDDFunction] | None = None

    def __post_init__(self) -> None:
        if self.judge is None and not (self.proof is None and self.symbolic is None):
            msg = f"the concept '{self.key}' turns on sanctions, from which its proofs and its symbolic form follow"
            raise ValueError(msg)

    @property
    def by_sanctions(self) -> bool:
        """Whether it turns on sanctions alone."""
        return self.judge is None

    @property
    def has_symbolic_form(self) -> bool:
        """Whether it can be judged where states are not listed."""
        return self.by_sanctions or self.symbolic is not None

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
    sanctioned = [k for k, concept in enumerate(concepts) if concept.judge is None]
    found = deterred(engine, i, [concepts[k].sanctions for k in sanctioned])
    if len(sanctioned) == len(concepts):
        return found
    rows = dict(zip(sanctioned, found, strict=True))
    for k, concept in enumerate(concepts):
        if concept.judge is not None:
            rows[k] = _judged(concept.judge, concept.key, engine, i)
    return np.array([rows[k] for k in range(len(concepts))])


def _judged(judge: Callable[[Engine, int], Bool], key: str, engine: Engine, i: int) -> Bool:
    """Return the verdict of a concept that does not turn on sanctions, on an ensemble profile by profile."""
    try:
        if isinstance(engine, EnsembleForm):
            return np.stack([judge(each, i) for each in engine.each()], axis=1)
        return judge(engine, i)
    except UndefinedConceptError as error:
        raise UndefinedConceptError(str(error), tie=error.tie, key=key) from error
