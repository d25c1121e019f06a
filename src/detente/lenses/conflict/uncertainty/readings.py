"""Uncertainty: in how many readings of what they want each state would hold."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from detente.lenses.conflict.engine.choice import explicit
from detente.methods.gmcr.ensembles.ensemble import EnsembleStability, analyse_ensemble
from detente.models.conflict.readings import Readings, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.value import Value
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look
    from detente.methods.gmcr.arrays import Numbers

MOST_INTERVALS = 6
"""With more probabilities given as intervals than this, only the middle of each is looked at."""


@dataclass(frozen=True, eq=False)
class Uncertainty:
    """A conflict in all its readings.

    Attributes
    ----------
    analysis
        The conflict as written.
    readings, stability
        The readings, and where states hold.
    watched
        The status quo and the states asked about, as far as they can be now, each once.
    seed
        What the draws came from.
    """

    analysis: Explicit
    readings: Readings
    stability: EnsembleStability
    watched: tuple[int, ...]
    seed: int

    @property
    def shares(self) -> Numbers:
        """Return the share of each reading [shape (B,)]."""
        return self.readings.profiles.weights

    def share(self, key: str, state: int) -> float:
        """Return in what share of the readings a state is an equilibrium under a concept."""
        return min(1.0, float(self.stability.equilibria[key][state]))

    def in_every(self, key: str, state: int) -> bool:
        """Whether a state is an equilibrium in every reading looked at."""
        return bool(self.stability.profiles[key][state] == self.shares.size)

    def bounds(self, key: str, state: int) -> tuple[float, float] | None:
        """Return the least and the greatest share of a watched state as probabilities move within their intervals.

        The share is linear in each probability, so both are found where every one is at an end of its interval.
        ``None`` where no interval is given, or that is not worked out: for a sample, or with too many intervals.
        """
        if not self.has_bounds:
            return None
        found = self._at_corners @ self.stability.watched[key][self.watched.index(state)]
        return max(0.0, float(found.min())), min(1.0, float(found.max()))

    @property
    def intervals(self) -> int:
        """Return how many probabilities are given as intervals."""
        return sum(not value.is_point for _, _, value in self._probabilities())

    @property
    def has_bounds(self) -> bool:
        """Whether it is worked out how far shares move within intervals."""
        return self.readings.exact and 0 < self.intervals <= MOST_INTERVALS

    @property
    def standard_error(self) -> float | None:
        """The greatest standard error that a share can have, that of one half; ``None`` where nothing was drawn."""
        return None if self.readings.draws is None else 0.5 / math.sqrt(self.readings.draws)

    @cached_property
    def _at_corners(self) -> Numbers:
        """Return the share of each reading for every way in which all intervals are at one of their ends."""
        ranged = [(i, k, value) for i, k, value in self._probabilities() if not value.is_point]
        rows = []
        for ends in product(*((value.low, value.high) for _, _, value in ranged)):
            held = [list(order.held) for order in self.readings.orders]
            for (i, k, _), end in zip(ranged, ends, strict=True):
                held[i][k] = end
            rows.append(self.readings.shares(held))
        return np.array(rows)

    def _probabilities(self) -> Iterator[tuple[int, int, Value]]:
        """Yield whose statement has a probability, the statement's number, and the probability."""
        for i, maker in enumerate(self.analysis.conflict.decision_makers):
            stated = maker.preferences.statements if maker.preferences else None
            for k, item in enumerate(stated or ()):
                if item.probability is not None:
                    yield i, k, item.probability


def uncertainty(look: Look[ConflictOptions]) -> Uncertainty | None:
    """Return the conflict in all its readings, or ``None`` where the case leaves nothing open."""
    analysis, seed = explicit(look), look.options.seed
    model = analysis.model
    readings = read(analysis.conflict, model, draws=look.options.draws, seed=seed)
    if readings is None:
        return None
    asked = dict.fromkeys([model.status_quo, *model.named.values()])
    watched = tuple(state for state in asked if state is not None and model.can_be(state))
    stability = analyse_ensemble(model.engine, readings.profiles, watch=np.array(watched, dtype=np.intp))
    return Uncertainty(analysis, readings, stability, watched, seed)
