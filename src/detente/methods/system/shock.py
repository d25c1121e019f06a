"""Shocks: states that are forced from outside, for a moment or for good, and where that leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.methods.system.draws import Draws
from detente.methods.system.starts import Starts
from detente.methods.system.succession import Following

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
    [found] = ends_after_each(Following.of(web, draws), starts, [shock], rule)
    return found


def ends_after_each(
    following: Following, starts: Starts, shocks: Sequence[Shock], rule: Rule
) -> list[list[tuple[End, ...]]]:
    """Return the same for each of several shocks.

    What several of them lead to is followed once: the moves of a configuration hang on what is held alone.

    Parameters
    ----------
    following
        The draws, and how much has been followed in them.
    starts
        As for ``ends_after_in_draws``.

    Raises
    ------
    TooLargeError
        If it would take too long to follow all moves after all of them.

    References
    ----------
    WeimerJehle2006, WeimerJehle2023
    """
    hit = {number: _hit(starts, shock) for number, shock in enumerate(shocks)}
    found: dict[int, list[tuple[End, ...]]] = {}
    for held in sorted({_held(shock) for shock in shocks} - {()}):
        some = [number for number, shock in enumerate(shocks) if _held(shock) == held]
        several = [hit[number] for number in some]
        for number, ends in zip(some, following.ends_from_each(several, rule, held), strict=True):
            if shocks[number].release:
                hit[number] = starts_in(ends)
            else:
                del hit[number]
                found[number] = ends
    found |= zip(hit, following.ends_from_each(list(hit.values()), rule), strict=True)
    return [found[number] for number in range(len(shocks))]


def _hit(starts: Starts, shock: Shock) -> Starts:
    """Return starts after a shock has hit them."""
    configurations = starts.configurations.copy()
    for descriptor, state in shock.states.items():
        configurations[:, descriptor] = state
    return Starts(starts.draw, configurations)


def _held(shock: Shock) -> tuple[int, ...]:
    """Return the descriptors that a shock holds."""
    return tuple(sorted(shock.states)) if shock.held else ()


def starts_in(ends: list[tuple[End, ...]]) -> Starts:
    """Return starts from every configuration of every end of each draw."""
    return Starts.of([[each for end in some for each in end] for some in ends])
