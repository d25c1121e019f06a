"""Certificates: why a decision maker stays at a state or leaves it, move by move.

Whoever doubts a verdict can replay its certificate: every improvement stands there with the shortest
sanction that takes the gain away, or with none.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.moves.sequences import Manner, Move, search
from detente.methods.gmcr.stability.analysis import improvements
from detente.methods.gmcr.stability.registry import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.methods.gmcr.arrays import Bool
    from detente.methods.gmcr.engines.engine import Engine
    from detente.methods.gmcr.stability.concept import Concept, Proof
    from detente.methods.gmcr.stability.sanctions import Sanctions


@dataclass(frozen=True, slots=True)
class Improvement:
    """A unilateral improvement, and what the others can do about it.

    Attributes
    ----------
    to
        The state that it leads to.
    answer
        The sanction: a shortest legal sequence of the others' moves from there that takes the gain away; ``None``
        where nobody can.
    """

    to: int
    answer: tuple[Move, ...] | None


@dataclass(frozen=True, slots=True)
class Certificate:
    """Why a decision maker stays at a state, or leaves it, under one concept that turns on sanctions.

    Attributes
    ----------
    improvements
        All its unilateral improvements, the one it likes best first.
    """

    improvements: tuple[Improvement, ...]

    @property
    def stays(self) -> bool:
        """Whether it stays: every improvement is sanctioned."""
        return all(improvement.answer is not None for improvement in self.improvements)


@dataclass(frozen=True, slots=True)
class Unexplained:
    """A verdict whose concept has no proof to show."""

    stays: bool


def certify(engine: Engine, i: int, *, s: int) -> Mapping[str, Proof]:
    """Return by concept why DM ``i`` stays at the feasible state ``s`` or leaves it: see :func:`prove`.

    References
    ----------
    FangHipelKilgour1993, RegoVieira2017
    """
    return MappingProxyType({key: prove(engine, i, concept, s=s) for key, concept in shipped().items()})


def prove(engine: Engine, i: int, concept: Concept, *, s: int) -> Proof:
    """Return why DM ``i`` stays at the feasible state ``s`` or leaves it under one concept.

    That is a :class:`Certificate` under a concept that turns on sanctions, and under another what it brings, if that is
    no more than its verdict.
    """
    if concept.proof is not None:
        return concept.proof(engine, i, s)
    if concept.by_sanctions:
        return Certificate(tuple(replies(engine, i, concept, s=s)))
    return Unexplained(bool(concept.stable(engine, i)[s]))


def replies(engine: Engine, i: int, concept: Concept, *, s: int) -> Iterator[Improvement]:
    """Yield the improvements of DM ``i`` from ``s`` with their sanctions under one concept, the best first.

    A sanction is searched only when its turn comes.
    """
    better = improvements(engine, i, s=s)
    ordered: list[int] = better[np.argsort(-engine.payoffs[i][better], kind="stable")].tolist()
    harmful = _harmful(engine, i, concept.sanctions, s=s)
    for s1 in ordered:
        yield Improvement(s1, _sanction(engine, i, concept.sanctions, harmful, s1=s1))


def unanswered(engine: Engine, i: int, *, s: int) -> int | None:
    """Return the improvement of DM ``i`` from ``s`` that it likes best of those that nobody can take away.

    All of them are judged at once by the worst that the others can make of each, without a search.
    """
    payoff = engine.payoffs[i]
    better = improvements(engine, i, s=s)
    standing = better[engine.others_worst(i, payoff[None])[0][better] > payoff[s]]
    return int(standing[payoff[standing].argmax()]) if standing.size else None


def _harmful(engine: Engine, i: int, sanctions: Sanctions | None, *, s: int) -> Bool:
    """Return at which feasible states a sanction takes away what DM ``i`` gained by leaving ``s`` [shape (S,)]."""
    payoff = engine.payoffs[i]
    if sanctions is None:
        return np.zeros_like(engine.feasible)
    left = engine.own_best(i, payoff[None])[0] if sanctions.inescapable else payoff
    return np.asarray(left <= payoff[s])


def _sanction(
    engine: Engine, i: int, sanctions: Sanctions | None, harmful: Bool, *, s1: int
) -> tuple[Move, ...] | None:
    """Return a shortest sanction of DM ``i``'s move to ``s1``, the worst for it of that length."""
    if sanctions is None:
        return None
    manner = Manner.GAINING if sanctions.credible else Manner.ANY
    others = {j: manner for j in range(len(engine.payoffs)) if j != i}
    reach = search(engine, s1, others, goal=harmful)
    ends = np.flatnonzero(harmful & reach.length.any(axis=0))
    return reach.path(int(ends[np.argmin(engine.payoffs[i][ends])])) if ends.size else None
