"""Shocks: states that are forced from outside, for a moment or for good, and where that leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.methods.system.draws import Draws
from detente.methods.system.succession import Starts, ends_of_draws

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.methods.system.arrays import Configuration, End
    from detente.methods.system.rule import Rule
    from detente.methods.system.web import Web


@dataclass(frozen=True, slots=True)
class Shock:
    """States that are forced.

    Attributes
    ----------
    states
        The state, counted within it, that each forced descriptor is put into, be it open or not.
    held
        Whether they are held there until all else has come to its ends, rather than let go at once.
    release
        Whether they are let go then, and what follows is followed to its ends; of no account where they are not held.
    """

    states: Mapping[int, int]
    held: bool = False
    release: bool = False


def ends_after(web: Web, configuration: Configuration, shock: Shock, rule: Rule) -> tuple[End, ...]:
    """Return all ends that a shock leads to from a configuration, sorted.

    Where it is held and released, it is released in every configuration of every end, and what may follow from any of
    them counts.

    Raises
    ------
    TooLargeError
        If it would take too long to follow all moves.

    References
    ----------
    WeimerJehle2006, WeimerJehle2023
    """
    [found] = ends_after_in_draws(web, Draws.of(web), Starts.alike(configuration, 1), shock, rule)
    return found


def ends_after_in_draws(web: Web, draws: Draws, starts: Starts, shock: Shock, rule: Rule) -> list[tuple[End, ...]]:
    """Return all ends that a shock leads to in each draw of a web, sorted.

    Parameters
    ----------
    draws
        The effects, which take the place of those of the web.
    starts
        The configurations in each draw that the shock hits; one at least.

    Raises
    ------
    TooLargeError
        If it would take too long to follow all moves of a draw.

    References
    ----------
    WeimerJehle2006, WeimerJehle2023
    """
    configurations = starts.configurations.copy()
    for descriptor, state in shock.states.items():
        configurations[:, descriptor] = state
    hit = Starts(starts.draw, configurations)
    found = ends_of_draws(web, draws, hit, rule, tuple(shock.states) if shock.held else ())
    if not (shock.held and shock.release):
        return found
    return ends_of_draws(web, draws, starts_in(found), rule)


def starts_in(ends: list[tuple[End, ...]]) -> Starts:
    """Return starts from every configuration of every end of each draw."""
    return Starts.of([[each for end in some for each in end] for some in ends])
