"""The equilibria in order: those that a dispute can come to, that everybody gains from, and that last, first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING, Any

import numpy as np

from detente.lenses.conflict.engine.choice import explicit
from detente.lenses.conflict.robustness.survival import robustness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import numpy.typing as npt

    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look
    from detente.methods.gmcr.arrays import Bool, Ordinal, States

MOST_SORTED = 1 << 20
"""Above this number of equilibria nobody looks which of them are worth the same to everybody."""

MOST_COMPARED = 1 << 11
"""Above this number of different equilibria they are not compared pair by pair."""


@dataclass(frozen=True, slots=True)
class Place:
    """An equilibrium and what it is ranked by.

    Attributes
    ----------
    state, place
        Which state, and its place from 1; equilibria that are equal in everything share one.
    reachable
        Whether moves that each gain their mover lead there from the status quo; null where that is not known.
    joint_improvement
        Whether everybody prefers it to the status quo.
    better_for, worse_for
        The decision makers who prefer it to the status quo, and who prefer the status quo.
    survives
        After how many small changes of wishes it still holds; null where that is not known.
    concepts
        Under how many concepts it is an equilibrium.
    outdone
        Whether another one is better for somebody and worse for nobody; null where that is not known.
    """

    state: str
    place: int
    reachable: bool | None
    joint_improvement: bool
    better_for: tuple[str, ...]
    worse_for: tuple[str, ...]
    survives: int | None
    concepts: int
    outdone: bool | None


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """All equilibria in order, the foremost first.

    Attributes
    ----------
    analysis
        The conflict.
    states, places, concepts
        Their numbers, the place of each from 1, and under how many concepts each holds. [each shape (k,)]
    reached, outdone
        Of each whether gains lead there, and whether another one outdoes it; ``None`` where that is not known.
        [each shape (k,)]
    survives
        After how many small changes each still holds; ``None`` where that is not known. [shape (k,)]
    """

    analysis: Explicit
    states: States
    places: States
    concepts: Ordinal
    reached: Bool | None
    outdone: Bool | None
    survives: Ordinal | None

    def __len__(self) -> int:
        return int(self.states.size)

    def first(self, most: int) -> tuple[Place, ...]:
        """Return the foremost ones."""
        model, states = self.analysis.model, self.states[:most]
        payoffs = model.engine.payoffs
        here = payoffs[:, states] if model.status_quo is None else payoffs[:, [model.status_quo]]
        better, worse = (payoffs[:, states] > here).T, (payoffs[:, states] < here).T

        def named(chosen: Bool) -> Iterator[tuple[str, ...]]:
            return (tuple(compress(model.decision_makers, row)) for row in chosen.tolist())

        columns: tuple[Iterable[Any], ...] = (
            map(model.name, states.tolist()),
            self.places[:most].tolist(),
            _known(self.reached, states.size),
            np.all(better, axis=1).tolist(),
            named(better),
            named(worse),
            _known(self.survives, states.size),
            self.concepts[:most].tolist(),
            _known(self.outdone, states.size),
        )
        return tuple(map(Place, *columns))

    def of(self, state: int) -> int | None:
        """Return the place of a state; ``None`` where it is no equilibrium."""
        found = self.places[self.states == state]
        return int(found[0]) if found.size else None


def ranking(look: Look[ConflictOptions]) -> Ranking:
    """Return all equilibria, the foremost first.

    First come those that gains lead to from the status quo; of these those that everybody prefers to it; then
    those that hold under most concepts; then those that survive most small changes; then those that no other
    equilibrium outdoes. Concepts come before changes, as what holds only by fear survives easily: it asks so little.
    """
    analysis, found = explicit(look), look.once(robustness)
    holding = analysis.holding
    states = np.flatnonzero(holding)
    payoffs, quo = analysis.model.engine.payoffs[:, states], analysis.model.status_quo
    joint = np.zeros(states.size, dtype=np.bool_)
    if quo is not None:
        joint = np.all(payoffs > analysis.model.engine.payoffs[:, [quo]], axis=0)
    led, outdone = analysis.reachable, _outdone(payoffs)
    reached = None if led is None else np.isin(states, led, assume_unique=True)
    survives = None if found is None else found.survived()[states]
    ahead = (reached, joint, holding[states], survives, None if outdone is None else ~outdone)
    keys = np.array([-1 * each for each in ahead if each is not None], dtype=np.intp).reshape(-1, states.size)
    order = np.lexsort(keys[::-1])
    return Ranking(
        analysis,
        states[order],
        _places(keys[:, order]),
        holding[states][order],
        None if reached is None else reached[order],
        None if outdone is None else outdone[order],
        None if survives is None else survives[order],
    )


def _outdone(payoffs: Ordinal) -> Bool | None:
    """Return which columns another one outdoes: no row of it is less, and one is more [shape (k,)]."""
    if payoffs.shape[1] > MOST_SORTED:
        return None
    columns, twin = np.unique(payoffs, axis=1, return_inverse=True)
    if columns.shape[1] > MOST_COMPARED:
        return None
    as_good = (columns[:, :, None] >= columns[:, None, :]).all(axis=0)  # [a, b]: a is no worse than b for anybody
    found: Bool = (as_good.sum(axis=0) > 1)[twin.reshape(-1)]  # distinct columns: more than itself
    return found


def _places(keys: npt.NDArray[np.intp]) -> States:
    """Return the place of each of some sorted columns from 1; equal ones share the place of the first [shape (k,)]."""
    fresh = np.ones(keys.shape[1], dtype=np.bool_)
    fresh[1:] = np.any(keys[:, 1:] != keys[:, :-1], axis=0)
    found: States = np.maximum.accumulate(np.where(fresh, np.arange(fresh.size), 0)) + 1
    return found


def _known(column: Bool | Ordinal | None, most: int) -> list[Any]:
    """Return the first values of a column; ``None`` for each where they are not known."""
    return [None] * most if column is None else column[:most].tolist()
