"""Preferences as ordinal payoffs: from ordered statements, from weights, or from a ranking.

A payoff counts, over the feasible states, how many levels lie below: 0 for the worst, without gaps, ties
equal. Infeasible states hold ``INFEASIBLE``.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from detente.methods.gmcr.preference.exact_weights import PreferenceError, whole_weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import numpy.typing as npt

    from detente.methods.gmcr.arrays import Bool, Ordinal, States

__all__ = ["INFEASIBLE", "PreferenceError", "above_all", "from_ranking", "from_statements", "from_weights"]

_Whole: TypeAlias = "npt.NDArray[np.int32 | np.int64]"

INFEASIBLE = -1
"""The payoff of a state that cannot be."""


def from_statements(truths: Iterable[Bool], feasible: Bool, runs: Sequence[int] | None = None) -> Ordinal:
    """Order states by their truth vectors: the first statement that tells two states apart decides.

    Neighbours may count alike: then the first such block decides of which not as many statements are true.

    Parameters
    ----------
    truths
        Truth of each statement by state, most important first; any number of them. [each shape (S,)]
    feasible
        Which states count. [shape (S,)]
    runs
        How many neighbours count alike, most important block first; each by itself when omitted.

    Returns
    -------
    Ordinal
        Payoffs. [shape (S,)]

    References
    ----------
    FangHipelKilgourPeng2003
    """
    states = np.flatnonzero(feasible)
    level: _Whole = np.zeros(states.size, dtype=np.int32)
    levels, room = 1, _room(states)
    for true, most in _counted(truths, states, runs):
        level = (most + 1) * level + true
        levels *= most + 1
        if levels > room:  # close the gaps before the numbers can grow large
            level, levels = _dense(level, levels)
    return _payoffs(_dense(level, levels)[0], states, feasible.size)


def from_weights(weights: Sequence[float], feasible: Bool) -> Ordinal:
    """Order states by the sum of the weights of the options taken.

    Sums are exact in the decimal digits as written: 0.1 and 0.2 together tie with 0.3.

    Parameters
    ----------
    weights
        One finite weight per option, in written order; negative for options one would rather not see.
    feasible
        Which states count. [shape (2**n,)]

    Returns
    -------
    Ordinal
        Payoffs. [shape (2**n,)]

    Raises
    ------
    PreferenceError
        If there is not one weight per option, or the weights have too many digits to add exactly.

    References
    ----------
    FangHipelKilgourPeng2003
    """
    if feasible.size != 1 << len(weights):
        msg = f"{len(weights)} weights cannot order {feasible.size} states: write one weight per option"
        raise PreferenceError(msg)
    whole = whole_weights(weights)
    total = np.zeros(1, dtype=np.int64)
    for weight in reversed(whole):  # the last option is the lowest bit
        total = np.concatenate([total, total + weight])
    states = np.flatnonzero(feasible)
    total = total[states]
    least = total.min(initial=0)
    levels = int(total.max(initial=0) - least) + 1
    if levels <= _room(states):  # counting takes a tenth of the time of sorting, and half the memory
        return _payoffs(_dense(total - least, levels)[0], states, feasible.size)
    return _payoffs(np.unique(total, return_inverse=True)[1], states, feasible.size)


def from_ranking(groups: Sequence[Sequence[int]], feasible: Bool) -> Ordinal:
    """Order states as listed.

    Parameters
    ----------
    groups
        State numbers, best group first; the states of a group tie.
    feasible
        Which states count. [shape (S,)]

    Returns
    -------
    Ordinal
        Payoffs. [shape (S,)]

    Raises
    ------
    PreferenceError
        If the groups do not hold every feasible state exactly once, and no other.
    """
    ranked = np.array([state for group in groups for state in group], dtype=np.intp)
    states = np.flatnonzero(feasible)
    if not np.array_equal(np.sort(ranked), states):
        missing = np.setdiff1d(states, ranked).tolist()
        excess = np.setdiff1d(ranked, states).tolist()
        msg = (
            "a ranking holds every feasible state exactly once: "
            f"missing {missing}, not feasible {excess}, {ranked.size - np.unique(ranked).size} repeated"
        )
        raise PreferenceError(msg)
    filled = [group for group in groups if group]
    level = np.repeat(np.arange(len(filled))[::-1], [len(group) for group in filled])
    return _payoffs(level, ranked, feasible.size)


def _counted(truths: Iterable[Bool], states: States, runs: Sequence[int] | None) -> Iterator[tuple[_Whole | Bool, int]]:
    """Yield for each block how many of its statements are true in each of some states, and how many it has."""
    rest = iter(truths)
    if runs is None:
        yield from ((truth[states], 1) for truth in rest)
        return
    for run in runs:
        block = [truth[states] for truth in islice(rest, run)]
        yield (block[0] if run == 1 else np.count_nonzero(np.array(block), axis=0)), run


def above_all(truth: Bool, payoffs: Ordinal) -> Ordinal:
    """Order states by one condition first, and those that are alike in it as they were.

    Parameters
    ----------
    truth
        In which states it is true; true or false at infeasible ones. [shape (S,)]
    payoffs
        Payoffs as they were. [shape (S,)]

    Returns
    -------
    Ordinal
        Payoffs. [shape (S,)]
    """
    states = np.flatnonzero(payoffs != INFEASIBLE)
    levels = int(payoffs.max(initial=0)) + 1
    level: _Whole = payoffs[states].astype(np.int64) + levels * truth[states]
    return _payoffs(_dense(level, 2 * levels)[0], states, payoffs.size)


def _room(states: States) -> int:
    """Return for how many levels of some states a table is worth its memory."""
    return 4 * states.size + 64


def _dense(level: _Whole, levels: int) -> tuple[_Whole, int]:
    """Renumber ``level``, whose values lie below ``levels``, without gaps; keep the order."""
    seen = np.zeros(levels, dtype=np.bool_)
    seen[level] = True
    number = np.cumsum(seen, dtype=np.int32) - 1
    return number[level], int(np.count_nonzero(seen))


def _payoffs(level: _Whole, states: States, count: int) -> Ordinal:
    payoffs = np.full(count, INFEASIBLE, dtype=np.int32)
    payoffs[states] = level
    return payoffs
