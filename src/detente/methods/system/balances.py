"""Impact balances, and the pressure that they put descriptors under."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from detente.methods.system.groups import gathered

if TYPE_CHECKING:
    from detente.methods.system.arrays import Bool, Int
    from detente.methods.system.web import Web


class Pressures(NamedTuple):
    """What descriptors are under in some configurations.

    Attributes
    ----------
    value
        By how much the best of the open states of each descriptor is better than the present one, at least 0; 0 for
        contexts. [shape (M, N)]
    towards
        Whether each state is one of those best open states; never for contexts. [shape (M, S)]
    forced
        Whether the present state of each descriptor is not open, so that it is under pressure whatever the balances;
        never for contexts. [shape (M, N)]
    opened
        Whether each state can be taken. [shape (M, S)]
    """

    value: Int
    towards: Bool
    forced: Bool
    opened: Bool


def balances(web: Web, configurations: Int) -> Int:
    """Return the impact balance of each state: the background, and what the present states do to it [shape (M, S)].

    Parameters
    ----------
    configurations
        The state of each descriptor, counted within it. [shape (M, N)]

    References
    ----------
    WeimerJehle2006
    """
    background = np.repeat(web.background[np.newaxis], len(configurations), axis=0)
    return summed(background, web.impact, web.numbers(configurations))


def summed(background: Int, impact: Int, rows: Int) -> Int:
    """Add to backgrounds [shape (M, S)] some rows [shape (M, N)] of impacts [shape (R, S)], and return them."""
    for row in rows.T:
        background += impact[row]
    return background


def open_states(web: Web, configurations: Int) -> Bool:
    """Return whether each state can be taken, with all other descriptors as they are [shape (M, S)].

    A state can be taken that is not closed and all of whose needs hold.

    Parameters
    ----------
    configurations
        The state of each descriptor, counted within it. [shape (M, N)]
    """
    found = np.repeat(~web.closed[np.newaxis], len(configurations), axis=0)
    if web.needs:
        present = web.present(configurations)
        for state, clause in zip(*web.clauses(), strict=True):
            found[:, state] &= present[:, clause].any(axis=1)
    return found


def pressures(web: Web, configurations: Int) -> Pressures:
    """Return what descriptors are under.

    Parameters
    ----------
    configurations
        The state of each descriptor, counted within it. [shape (M, N)]

    References
    ----------
    WeimerJehle2006, WeimerJehle2023
    """
    return pressures_of(web, configurations, balances(web, configurations))


def pressures_of(web: Web, configurations: Int, balance: Int) -> Pressures:
    """Return what descriptors are under, where balances [shape (M, S)] are known.

    Their type has to hold four times any of them.
    """
    numbers, owner = web.numbers(configurations), web.owner
    lowest = np.iinfo(balance.dtype).min // 2  # below every balance, and still so when one is taken off
    opened = open_states(web, configurations)
    best = gathered(np.maximum, np.where(opened, balance, lowest), web.starts, web.sizes)
    value = np.maximum(best - np.take_along_axis(balance, numbers, axis=1), 0) * web.moves
    towards = opened & (balance == best[:, owner]) & web.moves[owner]
    forced = ~np.take_along_axis(opened, numbers, axis=1) & web.moves
    return Pressures(value, towards, forced, opened)


def are_consistent(web: Web, configurations: Int) -> Bool:
    """Return whether nothing moves: no pressure is above its slack, and every present state is open [shape (M,)].

    Parameters
    ----------
    configurations
        The state of each descriptor, counted within it. [shape (M, N)]

    References
    ----------
    WeimerJehle2006
    """
    return at_rest(web, configurations, pressures(web, configurations))


def at_rest(web: Web, configurations: Int, found: Pressures) -> Bool:
    """Return the same where it is known what descriptors are under [shape (M,)]."""
    opened = np.take_along_axis(found.opened, web.numbers(configurations), axis=1)
    rest: Bool = np.logical_and.reduce(~under_pressure(web, found) & opened, axis=1)
    return rest


def under_pressure(web: Web, found: Pressures) -> Bool:
    """Return which descriptors are under more pressure than their slack, or cannot stay as they are [shape (M, N)]."""
    return np.asarray((found.value > web.slack) | found.forced)
