"""The equilibria in order: those that a dispute can come to, that everybody gains from, and that last, first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from detente.methods.gmcr.sequences import Manner, search

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from detente.lenses.conflict.analysis import Analysis
    from detente.lenses.conflict.robustness import Robustness
    from detente.methods.gmcr.arrays import Bool, Ordinal, States

MOST_STATES = 1 << 14
"""Above this number of possible states nobody looks for what gains can lead to."""

MOST_COMPARED = 1 << 11
"""Above this number of different equilibria they are not compared pair by pair."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """An equilibrium and what it is ranked by.

    Attributes
    ----------
    state, place
        Which state, and its place from 1; states that are equal in everything share one.
    reachable
        Whether moves that each gain their mover lead there from the status quo; ``None`` where that is not known.
    better, worse
        The decision makers who prefer it to the status quo, and who prefer the status quo.
    joint
        Whether everybody prefers it to the status quo.
    survives
        After how many small changes it still holds; ``None`` where that is not known.
    concepts
        Under how many concepts it is an equilibrium.
    outdone
        Whether another equilibrium is better for somebody and worse for nobody; ``None`` where that is not known.
    """

    state: int
    place: int
    reachable: bool | None
    better: tuple[int, ...]
    worse: tuple[int, ...]
    joint: bool
    survives: int | None
    concepts: int
    outdone: bool | None


def ranked(analysis: Analysis, robustness: Robustness | None) -> tuple[Ranked, ...]:
    """Return all equilibria, the foremost first.

    First come those that gains lead to from the status quo; of these those that everybody prefers to it; then
    those that hold under most concepts; then those that survive most small changes; then those that no other
    equilibrium outdoes. Concepts come before changes, as what holds only by fear survives easily: it asks so little.
    """
    holding = analysis.holding()
    states = np.flatnonzero(holding)
    led, quo = reachable(analysis), analysis.model.status_quo
    payoffs = analysis.model.engine.payoffs[:, states]
    here = payoffs if quo is None else np.broadcast_to(analysis.model.engine.payoffs[:, [quo]], payoffs.shape)
    joint = np.all(payoffs > here, axis=0)
    reached = np.isin(states, () if led is None else led)
    survives = np.array([robustness.survived(int(s)) if robustness else 0 for s in states], dtype=np.intp)
    outdone = _outdone(payoffs)
    worst = np.zeros_like(joint) if outdone is None else outdone
    keys = np.stack([~reached, ~joint, -holding[states], -survives, worst]).astype(np.intp)
    order = np.lexsort(keys[::-1])
    return tuple(
        Ranked(
            int(states[k]),
            place,
            None if led is None else bool(reached[k]),
            tuple(np.flatnonzero(payoffs[:, k] > here[:, k]).tolist()),
            tuple(np.flatnonzero(payoffs[:, k] < here[:, k]).tolist()),
            bool(joint[k]),
            None if robustness is None else int(survives[k]),
            int(holding[states[k]]),
            None if outdone is None else bool(outdone[k]),
        )
        for k, place in zip(order.tolist(), _places(keys[:, order]), strict=True)
    )


def reachable(analysis: Analysis) -> States | None:
    """Return where gains alone lead from the status quo, with itself; ``None`` where that takes too long to find."""
    quo, engine = analysis.model.status_quo, analysis.model.engine
    if quo is None or np.count_nonzero(engine.feasible) > MOST_STATES:
        return None
    return search(engine, quo, dict.fromkeys(range(len(engine.payoffs)), Manner.GAINING)).reached()


def ranking_document(analysis: Analysis, places: Sequence[Ranked]) -> list[dict[str, Any]]:
    """Return the same for programs."""
    makers = analysis.model.decision_makers
    return [
        {
            "state": analysis.model.name(each.state),
            "place": each.place,
            "reachable": each.reachable,
            "joint_improvement": each.joint,
            "better_for": [makers[i] for i in each.better],
            "worse_for": [makers[i] for i in each.worse],
            "survives": each.survives,
            "concepts": each.concepts,
            "outdone": each.outdone,
        }
        for each in places
    ]


def _outdone(payoffs: Ordinal) -> Bool | None:
    """Return which columns another one outdoes: no row of it is less, and one is more [shape (k,)]."""
    columns, twin = np.unique(payoffs, axis=1, return_inverse=True)
    if columns.shape[1] > MOST_COMPARED:
        return None
    as_good = (columns[:, :, None] >= columns[:, None, :]).all(axis=0)  # [a, b]: a is no worse than b for anybody
    found: Bool = (as_good.sum(axis=0) > 1)[twin.reshape(-1)]  # distinct columns: more than itself
    return found


def _places(keys: npt.NDArray[np.intp]) -> list[int]:
    """Return the place of each of some sorted columns from 1; equal ones share the place of the first."""
    fresh = np.ones(keys.shape[1], dtype=np.bool_)
    fresh[1:] = np.any(keys[:, 1:] != keys[:, :-1], axis=0)
    places: list[int] = (np.maximum.accumulate(np.where(fresh, np.arange(fresh.size), 0)) + 1).tolist()
    return places
