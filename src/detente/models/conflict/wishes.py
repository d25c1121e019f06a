"""Wishes: what a decision maker prefers as conditions in an order, so that the order can be asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from detente.case.conflict import Conflict
from detente.methods.gmcr.arrays import Bool, Ordinal
from detente.methods.gmcr.preference.blocks import block_numbers, runs_of
from detente.methods.gmcr.preference.preferences import from_statements
from detente.methods.gmcr.preference.statements import parse
from detente.methods.gmcr.preference.truth import truth_table
from detente.models.conflict.blocks import runs
from detente.models.conflict.model import ConflictModel


@dataclass(frozen=True, slots=True, eq=False)
class Wishes:
    """What a decision maker wants, most important first.

    Attributes
    ----------
    labels
        What to call each condition: the id of a statement, or its number from 1; the states of a group.
    truths
        In which of the engine's states each is true; true or false at infeasible ones. [shape (k, S)]
    runs
        How many neighbours count alike, most important first; groups of a ranking stand by themselves.
    ranked
        Whether these are the groups of a ranking, best first, rather than statements.
    accepted
        Which states cross no red line: what is wanted above all these, in whatever order they stand; ``None`` where
        there is no red line. [shape (S,)]
    """

    labels: tuple[str, ...]
    truths: Bool
    runs: tuple[int, ...]
    ranked: bool = False
    accepted: Bool | None = None

    def may_pass(self, first: int, second: int) -> bool:
        """Whether two neighbouring groups of a ranking may change places: no red line lies between them."""
        return self.accepted is None or not self.ranked or self._kept(first) == self._kept(second)

    def _kept(self, group: int) -> bool:
        return self.accepted is None or bool(self.accepted[self.truths[group]].all())

    def payoffs(self, order: Sequence[int], feasible: Bool) -> Ordinal:
        """Return the payoffs when only some conditions count, in another order.

        Parameters
        ----------
        order
            Which conditions, by number from 0, most important first; those that count alike stand together.
        feasible
            Which states count. [shape (S,)]
        """
        above = [] if self.accepted is None else [self.accepted]
        runs = (*(1 for _ in above), *runs_of(order, block_numbers(self.runs)))
        return from_statements([*above, *(self.truths[k] for k in order)], feasible, runs)


def wishes_of(conflict: Conflict, model: ConflictModel, number: int) -> Wishes | None:
    """Return what a decision maker wants as conditions, or ``None`` where it has weights or no preferences.

    Parameters
    ----------
    conflict
        The conflict that ``model`` was made of.
    number
        The decision maker, from 0.
    """
    stated = conflict.decision_makers[number].preferences
    if stated is None or stated.weights is not None:
        return None
    if stated.statements is not None:
        labels = tuple(item.id or str(k) for k, item in enumerate(stated.statements, 1))
        tables = [truth_table(parse(item.when), model.options) for item in stated.statements]
        shape = len(tables), model.engine.feasible.size
        origins = slice(None) if model.origins is None else model.origins
        truths = np.array([table[origins] for table in tables], dtype=np.bool_).reshape(shape)
        return Wishes(labels, truths, runs(stated.statements), accepted=model.accepts(number))
    payoff = model.engine.payoffs[number]
    levels = range(int(payoff.max()), -1, -1)
    groups = [np.flatnonzero(payoff == level) for level in levels]
    named = tuple(" = ".join(model.name(int(s)) for s in group) for group in groups)
    truths = np.array([payoff == level for level in levels])
    return Wishes(named, truths, (1,) * len(named), ranked=True, accepted=model.accepts(number))
