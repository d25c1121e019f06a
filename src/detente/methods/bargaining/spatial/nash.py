"""The Nash bargaining solution on a scale, with explicit disagreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from detente.methods.bargaining.spatial.rule import Bargain, Numbers

BLOCK = 1 << 12
"""How many bargains are solved together, so that they fit into the processor's cache."""

_HALVINGS = 48


def solve(bargain: Bargain, power: int) -> Numbers:
    """Return where the weighted product of gains over no deal is largest.

    An actor's utility is 1 at its own position and falls with the distance ``d`` on a scale of length ``R`` as
    ``1 - (d/R)**power``. The sum of ``weight * log(utility - disagreement)`` is concave where everybody gains, so
    halving the interval on the sign of its slope finds its top.

    Parameters
    ----------
    power
        1 for linear loss, 2 for quadratic loss.

    Returns
    -------
    Numbers
        Where each bargain ends; ``nan`` where nothing on the scale is as good as no deal for everybody. [shape (...)]

    Raises
    ------
    ValueError
        If disagreement is not given.

    References
    ----------
    NashBargaining1950, Kalai1977
    """
    low, high = zone(bargain, power)
    actors = bargain.positions.shape[-1]
    worth = (1 - np.asarray(bargain.disagreement)) * bargain.length**power
    rows = [np.reshape(values, (-1, actors)) for values in (bargain.positions, bargain.weights, worth)]
    lows, highs = low.reshape(-1), high.reshape(-1)
    found = np.empty(low.size)
    for start in range(0, low.size, BLOCK):
        part = slice(start, start + BLOCK)
        columns = [np.ascontiguousarray(row[part].T) for row in rows]
        found[part] = _top(columns, power, lows[part], highs[part])
    return found.reshape(low.shape)


def zone(bargain: Bargain, power: int) -> tuple[Numbers, Numbers]:
    """Return the ends of what is no worse than no deal for everybody; the low end is above the high one where none is.

    Raises
    ------
    ValueError
        If disagreement is not given.
    """
    if bargain.disagreement is None:
        raise ValueError("the utility of no deal is needed")
    room = 1 - bargain.disagreement
    reach = bargain.length * np.maximum(room, 0) ** (1 / power)
    low = np.maximum((bargain.positions - reach).max(axis=-1), bargain.ends[0])
    high = np.minimum((bargain.positions + reach).min(axis=-1), bargain.ends[1])
    return np.where((room < 0).any(axis=-1), np.inf, low), high


def _top(columns: list[Numbers], power: int, low: Numbers, high: Numbers) -> Numbers:
    """Return where the slope falls through zero [each column of shape (actors, bargains); out (bargains,)]."""
    positions, weights, worth = columns
    none = low > high
    low, high = np.where(none, 0.0, low), np.where(none, 0.0, high)
    with np.errstate(divide="ignore", invalid="ignore"):
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            ahead = positions - middle
            pull = np.sign(ahead) / (worth - np.abs(ahead)) if power == 1 else ahead / (worth - ahead * ahead)
            rising = (weights * pull).sum(axis=0) > 0
            low, high = np.where(rising, middle, low), np.where(rising, high, middle)
    return np.where(none, np.nan, (low + high) / 2)
