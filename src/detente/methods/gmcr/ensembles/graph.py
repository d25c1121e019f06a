"""Ensembles in graph form: many profiles of preferences over the same listed moves, judged together."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.engines.graph_form import GraphForm
from detente.methods.gmcr.engines.turns import by_turns
from detente.methods.gmcr.ensembles.form import EnsembleForm

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool, Ordinal, States


class GraphEnsemble(EnsembleForm[GraphForm]):
    """A conflict in graph form in many profiles: an engine with one more axis."""

    def own_best(self, i: int, v: Ordinal) -> Ordinal:
        """Return the most that ``v`` is over each state and DM ``i``'s moves from it [shape (k, S, B)]."""
        return np.maximum(v, self.best_move(i, v))

    def best_move(self, i: int, v: Ordinal) -> Ordinal:
        """Return the most that ``v`` is over DM ``i``'s moves from each state, without staying [shape (k, S, B)]."""
        sources, starts, targets = self._runs[i]
        best = np.full_like(v, np.iinfo(v.dtype).min)
        if sources.size:
            best[:, sources] = np.maximum.reduceat(v[:, targets], starts, axis=1)
        return best

    def others_worst(self, i: int, v: Ordinal) -> Ordinal:
        """Return the least that ``v`` is over each state and all that ``i``'s opponents can make of it."""
        return self._worst(i, v, credible=False)

    def others_worst_credible(self, i: int, v: Ordinal) -> Ordinal:
        """Return the same as :meth:`others_worst` when every mover must gain by its own move [shape (k, S, B)]."""
        return self._worst(i, v, credible=True)

    def _worst(self, i: int, v: Ordinal, *, credible: bool) -> Ordinal:
        steps = [partial(self._least_after, j, credible=credible) for j in range(len(self.payoffs)) if j != i]
        return by_turns(v, steps, join=np.minimum)

    def _least_after(self, j: int, v: Ordinal, *, credible: bool) -> Ordinal:
        """Return the least of ``v`` over DM ``j``'s moves, or improvements; the largest number where it has none."""
        sources, starts, targets = self._runs[j]
        most = np.iinfo(v.dtype).max
        least = np.full_like(v, most)
        if sources.size:
            reached = v[:, targets]
            if credible:
                reached[:, ~self._gains[j]] = most
            least[:, sources] = np.minimum.reduceat(reached, starts, axis=1)
        return least

    @cached_property
    def _gains(self) -> tuple[Bool, ...]:
        """Return by profile which of each decision maker's moves are improvements [each shape (m, B)]."""
        rows = zip(self.payoffs, self._runs, strict=True)
        return tuple(
            p[targets] > np.repeat(p[sources], np.diff(starts, append=targets.size), axis=0)
            for p, (sources, starts, targets) in rows
        )

    @cached_property
    def _runs(self) -> tuple[tuple[States, States, States], ...]:
        """Return each decision maker's moves by source: the sources, where the run of each begins, the targets."""
        found = []
        for arcs in self.form.arcs:
            ordered = arcs[np.argsort(arcs[:, 0], kind="stable")]
            sources, starts = np.unique(ordered[:, 0], return_index=True)
            found.append((sources, starts, ordered[:, 1]))
        return tuple(found)
