"""Rules of succession: which descriptors move at once, and how far."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.methods.system.balances import under_pressure
from detente.methods.system.groups import gathered
from detente.methods.system.rule import RULES

if TYPE_CHECKING:
    from detente.methods.system.arrays import Bool, Int
    from detente.methods.system.balances import Pressures
    from detente.methods.system.rule import Rule
    from detente.methods.system.web import Web

_MOST = np.iinfo(np.int32).max
"""Further than any state is from another."""

_ONE_STEP = 2
"""Of so many states each is next to each other."""


def alternatives(web: Web, configurations: Int, found: Pressures, rule: Rule, held: Bool) -> Bool:
    """Return the states that each descriptor may be in after a step; where it stays, the present one [shape (M, S)].

    A descriptor moves that is under more pressure than its slack, or whose present state is not open. One that has no
    open state stays, and holds up no others.

    Parameters
    ----------
    configurations
        The state of each descriptor, counted within it. [shape (M, N)]
    found
        What they are under.
    held
        Whether each descriptor stays whatever it is under. [shape (N,)]

    Raises
    ------
    ValueError
        If there is no such rule.

    References
    ----------
    WeimerJehle2006, WeimerJehle2023
    """
    if rule not in RULES:
        msg = f"there is no rule '{rule}'"
        raise ValueError(msg)
    moving = under_pressure(web, found)
    moving &= ~held & gathered(np.logical_or, found.towards, web.starts, web.sizes)
    towards = found.towards
    if rule == "local":
        strength = np.where(moving, np.where(found.forced, np.iinfo(found.value.dtype).max, found.value), 0)
        moving &= strength == strength.max(axis=1, keepdims=True)
    elif rule == "incremental":
        towards = _next_on_the_way(web, configurations, found)
    return np.where(moving[:, web.owner], towards, web.present(configurations))


def alike(web: Web, rule: Rule) -> Rule:
    """Return the first rule under which a web moves as under some rule: without an order no step is a short one."""
    short = web.ordered & web.moves & (web.sizes > _ONE_STEP)
    return "global" if rule == "incremental" and not short.any() else rule


def _next_on_the_way(web: Web, configurations: Int, found: Pressures) -> Bool:
    """Return where descriptors are pressed towards, of ordered ones the next open state in its direction."""
    towards = found.towards.copy()
    for descriptor in np.flatnonzero(web.ordered):
        own = slice(web.starts[descriptor], web.starts[descriptor] + web.sizes[descriptor])
        goals, opened = found.towards[:, own], found.opened[:, own]
        place = np.arange(web.sizes[descriptor]) - configurations[:, [descriptor]]
        below, above = place < 0, place > 0
        down = np.where(opened & below, place, -_MOST).max(axis=1, keepdims=True)
        up = np.where(opened & above, place, _MOST).min(axis=1, keepdims=True)
        towards[:, own] = (place == down) & (goals & below).any(axis=1, keepdims=True)
        towards[:, own] |= (place == up) & (goals & above).any(axis=1, keepdims=True)
    return towards


def choices(web: Web, options: Bool) -> Int:
    """Return how many options [shape (M, S)] each descriptor has [shape (M, N)]."""
    return np.add.reduceat(options, web.starts, axis=1, dtype=np.int64)


def combined(web: Web, options: Bool, counts: Int) -> tuple[Int, Int]:
    """Return every configuration that takes one of the options of each descriptor.

    Parameters
    ----------
    options
        The states of which each row takes one for each descriptor. [shape (M, S)]
    counts
        How many each descriptor has, at least 1. [shape (M, N)]

    Returns
    -------
    tuple
        The row that each is made from, rising [shape (T,)], and the configurations, in lexicographic order within each
        row [shape (T, N)].
    """
    behind = np.cumprod(counts[:, ::-1], axis=1)[:, ::-1]
    total = behind[:, 0]
    row = np.repeat(np.arange(len(options)), total)
    place = np.arange(len(row)) - np.repeat(np.cumsum(total) - total, total)
    rank = place[:, np.newaxis] // (behind // counts)[row] % counts[row]
    first = (np.cumsum(counts.ravel()) - counts.ravel()).reshape(counts.shape)
    return row, np.nonzero(options)[1][first[row] + rank] - web.starts
