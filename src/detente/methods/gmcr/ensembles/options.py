"""Ensembles in option form: many profiles of preferences over the same options, judged together."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.engines.transforms import own_and_others
from detente.methods.gmcr.engines.turns import in_any_order
from detente.methods.gmcr.ensembles.form import EnsembleForm
from detente.methods.gmcr.ensembles.sweep import EnsembleSweep

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.methods.gmcr.arrays import Ordinal
    from detente.methods.gmcr.engines.transforms import Transform


class OptionEnsemble(EnsembleForm[OptionForm]):
    """A conflict in option form in many profiles: an engine with one more axis."""

    def own_best(self, i: int, v: Ordinal) -> Ordinal:
        """Return the most that ``v`` is over each state and DM ``i``'s moves from it [shape (k, S, B)]."""
        return self._own[i].best(self._bar(v, np.iinfo(v.dtype).min))

    def best_move(self, i: int, v: Ordinal) -> Ordinal:
        """Return the most that ``v`` is over DM ``i``'s moves from each state, without staying [shape (k, S, B)]."""
        return self._own[i].best_elsewhere(self._bar(v, np.iinfo(v.dtype).min))

    def others_worst(self, i: int, v: Ordinal) -> Ordinal:
        """Return the least that ``v`` is over each state and all that ``i``'s opponents can make of it."""
        if self._all:
            return self._others[i].worst(v)
        return self._closure(i, v, lambda j, w: self._own[j].worst(w))

    def others_worst_credible(self, i: int, v: Ordinal) -> Ordinal:
        """Return the same as :meth:`others_worst` when every mover must gain by its own move [shape (k, S, B)]."""
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
