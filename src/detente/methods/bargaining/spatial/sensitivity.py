"""Sensitivity: how far doubt about the inputs carries, and which of them it hangs on."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from detente.methods.bargaining.spatial.rule import Numbers
from detente.methods.uniforms import uniforms

Settle: TypeAlias = Callable[[Numbers], Numbers]
"""Where a bargain ends, from values of its inputs [shapes (inputs, draws) to (draws,)]."""

BAND = (0.1, 0.9)
"""The quantiles between which a band lies."""


class Inputs(NamedTuple):
    """Uncertain numbers: every value between two bounds alike, or rising to a most likely one and falling again.

    Attributes
    ----------
    low, high
        Their bounds, equal for what is known. [shape (inputs,)]
    mode
        The most likely value, ``nan`` where none is stated. [shape (inputs,)]
    """

    low: Numbers
    mode: Numbers
    high: Numbers

    @property
    def centre(self) -> Numbers:
        """What each is on average [shape (inputs,)]."""
        peaked = (self.low + self.mode + self.high) / 3
        return np.where(np.isnan(self.mode), (self.low + self.high) / 2, peaked)

    @property
    def open(self) -> npt.NDArray[np.intp]:
        """The numbers of those that are not known exactly."""
        return np.flatnonzero(self.high > self.low)

    def at(self, uniforms: Numbers) -> Numbers:
        """Return all inputs, the open ones at given quantiles [shapes (open inputs, draws) to (inputs, draws)]."""
        values = np.repeat(self.low[:, None], uniforms.shape[-1], axis=1)
        low, mode, high = (part[self.open][:, None] for part in self)
        plain = np.isnan(mode)
        peak = np.where(plain, low, mode)
        below = low + np.sqrt(uniforms * (high - low) * (peak - low))
        above = high - np.sqrt((1 - uniforms) * (high - low) * (high - peak))
        peaked = np.where(uniforms * (high - low) < peak - low, below, above)
        values[self.open] = np.where(plain, low + (high - low) * uniforms, peaked)
        return values


def band(results: Numbers) -> tuple[float, float]:
    """Return between which values four fifths of the draws lie; ``nan`` where no draw has an answer."""
    answers = results[np.isfinite(results)]
    if not answers.size:
        return np.nan, np.nan
    low, high = np.quantile(answers, BAND)
    return float(low), float(high)


def tornado(inputs: Inputs, settle: Settle) -> Numbers:
    """Return where it ends with one input at either bound and all others in the middle [shape (inputs, 2)]."""
    count = inputs.low.size
    values = np.repeat(inputs.centre[:, None], 2 * count, axis=1)
    every = np.arange(count)
    values[every, 2 * every] = inputs.low
    values[every, 2 * every + 1] = inputs.high
    return settle(values).reshape(count, 2)


def total_shares(inputs: Inputs, settle: Settle, draws: int, rng: np.random.Generator) -> Numbers:
    """Return the total Sobol index of each input: the share of the spread in which it has a part.

    Parameters
    ----------
    draws
        A power of 2; every open input takes as many evaluations, and two more.

    Returns
    -------
    Numbers
        Zero for what is known. [0..1 up to sampling error, shape (inputs,)]

    References
    ----------
    Sobol2001, SaltelliEtal2010
    """
    count = inputs.open.size
    found = np.zeros(inputs.low.size)
    if not count or not np.ptp(tornado(inputs, settle)[inputs.open]):
        return found
    if count == 1:  # all of the spread is its own
        found[inputs.open] = 1.0
        return found
    drawn = np.concatenate(list(uniforms(2 * count, draws, rng)), axis=1)
    values, others = inputs.at(drawn[:count]), inputs.at(drawn[count:])
    here = settle(values)
    spread = np.var(np.stack([here, settle(others)]))
    if spread <= 0:
        return found
    for number in inputs.open:  # one at a time, so that memory stays bounded
        own = values[number].copy()
        values[number] = others[number]
        found[number] = np.mean((here - settle(values)) ** 2) / (2 * spread)
        values[number] = own
    return found
