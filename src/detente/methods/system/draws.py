"""Draws: webs that differ in the effects that are not known exactly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.uniforms import uniforms

if TYPE_CHECKING:
    from detente.methods.system.arrays import Int
    from detente.methods.system.web import Web

BACKGROUND = -1
"""What acts at all times, in place of the state that acts."""


@dataclass(frozen=True, slots=True, eq=False)
class Effects:
    """Effects that are known within bounds; no two have the same source and target.

    Attributes
    ----------
    source
        The state that acts, or ``BACKGROUND``. [shape (n,)]
    target
        The state that it acts on. [shape (n,)]
    low, high
        The least and the greatest that each effect may be, both included. [shape (n,)]
    """

    source: Int
    target: Int
    low: Int
    high: Int


@dataclass(frozen=True, slots=True, eq=False)
class Draws:
    """Webs that are alike but for their effects; the same draws serve all shocks and rules, so that luck is paired.

    Attributes
    ----------
    impact
        What each state (second axis) does to each state (third axis) in each draw. [shape (D, S, S)]
    background
        What is done to each state at all times. [shape (D, S)]
    """

    impact: Int
    background: Int

    @classmethod
    def of(cls, web: Web) -> Draws:
        """Return the web itself as the only draw."""
        return cls(web.impact[np.newaxis], web.background[np.newaxis])

    @classmethod
    def alike(cls, web: Web, times: int) -> Draws:
        """Return the web itself so many times."""
        shapes = (times, *web.impact.shape), (times, *web.background.shape)
        return cls(np.broadcast_to(web.impact, shapes[0]), np.broadcast_to(web.background, shapes[1]))

    def __len__(self) -> int:
        return len(self.impact)

    def part(self, first: int, end: int) -> Draws:
        """Return the draws from one number on up to another."""
        return Draws(self.impact[first:end], self.background[first:end])


def integer_draws(low: Int, high: Int, draws: int, rng: np.random.Generator) -> Int:
    """Return integers between bounds, each of them equally likely, evenly spread over all bounds [shape (draws, n)].

    Parameters
    ----------
    low, high
        The least and the greatest, both included. [shape (n,)]
    draws
        How many rows, at least 1.
    rng
        Where randomness comes from. Where bounds are the same number nothing is drawn for them, so what is certain may
        come or go.

    Raises
    ------
    ValueError
        If a greatest is below its least.

    References
    ----------
    Owen1998
    """
    if (high < low).any():
        raise ValueError("the greatest effect is below the least")
    found = np.repeat(low[np.newaxis], draws, axis=0)
    uncertain = np.flatnonzero(high > low)
    if len(uncertain):
        luck = np.concatenate([block.T for block in uniforms(len(uncertain), draws, rng)])
        found[:, uncertain] += np.floor(luck * (high - low + 1)[uncertain]).astype(np.int64)
    return found


def draw_effects(web: Web, effects: Effects, draws: int, rng: np.random.Generator) -> Draws:
    """Return draws of a web in which some effects are drawn from their bounds and all others are its own.

    Parameters
    ----------
    effects
        What is drawn, in the order in which luck is dealt out.
    draws
        How many, at least 1.
    rng
        Where randomness comes from.

    Raises
    ------
    ValueError
        If the greatest of an effect is below its least, two effects have the same source and target, or one is within
        a descriptor.
    """
    source, target = effects.source, effects.target
    if len(set(zip(source.tolist(), target.tolist(), strict=True))) < len(source):
        raise ValueError("two effects have the same source and target")
    constant, owner = source == BACKGROUND, web.owner
    if (owner[source] == owner[target])[~constant].any():
        raise ValueError("no state acts on the states of its own descriptor")
    drawn = integer_draws(effects.low, effects.high, draws, rng)
    impact = np.repeat(web.impact[np.newaxis], draws, axis=0)
    background = np.repeat(web.background[np.newaxis], draws, axis=0)
    impact[:, source[~constant], target[~constant]] = drawn[:, ~constant]
    background[:, target[constant]] = drawn[:, constant]
    return Draws(impact, background)
