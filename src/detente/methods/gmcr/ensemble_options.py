"""Ensembles in option form: many profiles of preferences over the same options, judged together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.ensemble_sweep import EnsembleSweep
from detente.methods.gmcr.levels import levels
from detente.methods.gmcr.transforms import own_and_others
from detente.methods.gmcr.turns import in_any_order

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.methods.gmcr.arrays import Bool, Ordinal, States
    from detente.methods.gmcr.option_form import OptionForm
    from detente.methods.gmcr.transforms import Transform


@dataclass(frozen=True, eq=False)
class OptionEnsemble:
    """A conflict in option form in many profiles; an :class:`~detente.methods.gmcr.engine.Engine` with one more axis.

    Attributes
    ----------
    form
        The moves; its payoffs are not looked at.
    payoffs
        Payoffs from 0, by profile. [shape (n_dm, S, B)]
    """

    form: OptionForm
    payoffs: Ordinal

    @classmethod
    def of(cls, form: OptionForm, payoffs: Ordinal) -> OptionEnsemble:
        """Return the ensemble of a conflict with other payoffs: any whole numbers.

        Parameters
        ----------
        form
            The conflict.
        payoffs
            Payoffs by profile. [shape (n_dm, S, B)]

        Raises
        ------
        ValueError
            If the shapes disagree.
        """
        if payoffs.ndim != 3 or payoffs.shape[:2] != form.payoffs.shape:
            msg = f"profiles of shape {payoffs.shape} do not go with payoffs of shape {form.payoffs.shape}"
            raise ValueError(msg)
        return cls(form, levels(payoffs, form.feasible))

    @cached_property
    def feasible(self) -> Bool:
        """Which states can be, in every profile [shape (S, 1)]."""
        return self.form.feasible[:, None]

    def with_payoffs(self, payoffs: Ordinal) -> OptionEnsemble:
        """Return the ensemble with other profiles [shape (n_dm, S, B)]."""
        return OptionEnsemble.of(self.form, payoffs)

    def moves(self, i: int, s: int) -> States:
        """Return the states that DM ``i`` can move to from ``s`` in one step, ascending [shape (k,)]."""
        return self.form.moves(i, s)

    def moves_from(self, i: int, states: States) -> States:
        """Return the moves of DM ``i`` from any of some distinct states as rows of source and target [shape (m, 2)]."""
        return self.form.moves_from(i, states)

    def own_best(self, i: int, v: Ordinal) -> Ordinal:
        """Return the most that ``v`` is over each state and DM ``i``'s moves from it [shape (S, B)]."""
        return self._own[i].best(self._bar(v, np.iinfo(v.dtype).min))

    def best_move(self, i: int, v: Ordinal) -> Ordinal:
        """Return the most that ``v`` is over DM ``i``'s moves from each state, without staying [shape (S, B)]."""
        return self._own[i].best_elsewhere(self._bar(v, np.iinfo(v.dtype).min))

    def others_worst(self, i: int, v: Ordinal) -> Ordinal:
        """Return the least that ``v`` is over each state and all that ``i``'s opponents can make of it."""
        if self._all:
            return self._others[i].worst(v)
        return self._closure(i, v, lambda j, w: self._own[j].worst(w))

    def others_worst_credible(self, i: int, v: Ordinal) -> Ordinal:
        """Return the same as :meth:`others_worst` when every mover must gain by its own move [shape (S, B)]."""
        return self._closure(i, v, lambda j, w: self._sweeps[j].worst(w))

    def _closure(self, i: int, v: Ordinal, step: Callable[[int, Ordinal], Ordinal]) -> Ordinal:
        """Let the opponents move by turns until nothing changes in any profile."""
        most = np.iinfo(v.dtype).max

        def let_move(j: int, w: Ordinal) -> Ordinal:
            return self._bar(step(j, w), most)

        opponents = sorted(set(self.form.owners) - {i})
        return in_any_order(self._bar(v, most), [partial(let_move, j) for j in opponents], join=np.minimum)

    def _bar(self, v: Ordinal, filling: int) -> Ordinal:
        return v if self._all else np.where(self.feasible, v, v.dtype.type(filling))

    @cached_property
    def _all(self) -> bool:
        return bool(self.form.feasible.all())

    @property
    def _own(self) -> tuple[Transform, ...]:
        return own_and_others(self.form.owners, self.form.directions, len(self.payoffs))[0]

    @property
    def _others(self) -> tuple[Transform, ...]:
        return own_and_others(self.form.owners, self.form.directions, len(self.payoffs))[1]

    @cached_property
    def _sweeps(self) -> tuple[EnsembleSweep, ...]:
        top = int(self.payoffs.max(initial=0))
        pairs = list(zip(self.form.owners, self.form.directions, strict=True))
        ways = ([way if owner == i else None for owner, way in pairs] for i in range(len(self.payoffs)))
        return tuple(EnsembleSweep.of(own, p, top=top) for own, p in zip(ways, self.payoffs, strict=True))
