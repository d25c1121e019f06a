"""Chains: the fewest shocks, one after the other, that lead for sure to what is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from detente.methods.system.draws import Draws
from detente.methods.system.shock import ends_after_in_draws, starts_in
from detente.methods.system.starts import Starts
from detente.methods.system.succession import ends_of_draws

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from detente.methods.system.arrays import Configuration, End
    from detente.methods.system.rule import Rule
    from detente.methods.system.shock import Shock
    from detente.methods.system.web import Web


@dataclass(frozen=True, slots=True)
class Goal:
    """What is wanted, and by which means.

    Attributes
    ----------
    shocks
        What may be done.
    rule
        Who moves how far after each.
    holds
        Whether a configuration is as it is wanted.
    longest
        How many shocks there may be one after the other.
    """

    shocks: Sequence[Shock]
    rule: Rule
    holds: Callable[[Configuration], bool]
    longest: int


class Chain(NamedTuple):
    """Shocks that lead to what is wanted.

    Attributes
    ----------
    shocks
        Their numbers, in order; none where it comes by itself.
    share
        The share of the draws in which they lead there too. [0..1]
    """

    shocks: tuple[int, ...]
    share: float


def shortest_chains(web: Web, configuration: Configuration, goal: Goal, draws: Draws) -> tuple[Chain, ...]:
    """Return every shortest chain of shocks after which what is wanted holds at every end, in lexicographic order.

    Each shock hits every configuration of every end of what came before it; the first hits the configuration itself.
    None is needed where what is wanted holds at all ends of succession from the configuration.

    Parameters
    ----------
    draws
        What the shares of the chains are counted over. The chains are those of the web itself.

    Returns
    -------
    tuple
        No chain where none of up to ``goal.longest`` shocks leads there.

    Raises
    ------
    TooLargeError
        If it would take too long to follow all moves.

    References
    ----------
    WeimerJehle2023
    """
    alone = Draws.of(web)
    if _holds(goal, ends_of_draws(web, alone, Starts.alike(configuration, 1), goal.rule)[0]):
        return (Chain((), share(web, configuration, (), goal, draws)),)
    reached: dict[frozenset[Configuration], list[tuple[int, ...]]] = {frozenset([configuration]): [()]}
    seen = set(reached)
    for _ in range(goal.longest):
        found: list[tuple[int, ...]] = []
        following: dict[frozenset[Configuration], list[tuple[int, ...]]] = {}
        several = Draws.alike(web, len(reached))
        for number, shock in enumerate(goal.shocks):
            starts = Starts.of([sorted(before) for before in reached])
            led = ends_after_in_draws(web, several, starts, shock, goal.rule)
            for chains, ends in zip(reached.values(), led, strict=True):
                longer = [(*chain, number) for chain in chains]
                if _holds(goal, ends):
                    found += longer
                after = frozenset(each for end in ends for each in end)
                if after not in seen:
                    following.setdefault(after, []).extend(longer)
        if found:
            return tuple(Chain(chain, share(web, configuration, chain, goal, draws)) for chain in sorted(found))
        if not following:
            break
        seen |= following.keys()
        reached = following
    return ()


def share(web: Web, configuration: Configuration, chain: Sequence[int], goal: Goal, draws: Draws) -> float:
    """Return the share of the draws in which a chain of shocks leads to what is wanted, at every end [0..1].

    Parameters
    ----------
    chain
        The numbers of the shocks, in order.

    Raises
    ------
    TooLargeError
        If it would take too long to follow all moves of a draw.
    """
    starts = Starts.alike(configuration, len(draws))
    if not chain:
        ends = ends_of_draws(web, draws, starts, goal.rule)
    for number in chain:
        ends = ends_after_in_draws(web, draws, starts, goal.shocks[number], goal.rule)
        starts = starts_in(ends)
    return sum(_holds(goal, each) for each in ends) / len(draws)


def _holds(goal: Goal, ends: Sequence[End]) -> bool:
    return all(goal.holds(each) for end in ends for each in end)
