"""Orders of variables that keep decision diagrams small."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_WORK = 1 << 20
"""So many places are looked at, in a hundred rounds at most: a better order is not worth more."""


def close_together(count: int, groups: Sequence[Collection[int]]) -> list[int]:
    """Return the variables 0 to ``count - 1`` in an order in which those of a group lie close together.

    Every variable is pulled to the middle of its groups, again and again; the order with the least total span
    of the groups is kept. That starts with the order as it is and with each variable beside the first of its groups:
    where the groups lie crosswise, as when the last option matters most, all of them have one middle.

    References
    ----------
    AloulMarkovSakallah2003
    """
    held = [group for group in groups if group]
    rounds = min(200, _WORK // (count + sum(map(len, held)) or 1)) // 2
    beside = list(range(count))
    for group in held:
        first = min(group)
        for v in group:
            beside[v] = min(beside[v], first)
    starts = list(range(count)), sorted(range(count), key=lambda v: (beside[v], v))
    return min((_closest(start, held, rounds) for start in starts), key=lambda order: _span(order, held))


def _closest(order: list[int], held: Sequence[Collection[int]], rounds: int) -> list[int]:
    """Return the best of the orders that so many rounds of pulling come by."""
    best, least = order, _span(order, held)
    for _ in range(rounds):
        pulled = _pulled(order, held)
        if pulled == order:
            break
        order = pulled
        span = _span(order, held)
        if span < least:
            best, least = order, span
    return best


def _pulled(order: Sequence[int], groups: Sequence[Collection[int]]) -> list[int]:
    place = _places(order)
    pulls: list[list[float]] = [[] for _ in order]
    for group in groups:
        middle = sum(place[v] for v in group) / len(group)
        for v in group:
            pulls[v].append(middle)
    return sorted(order, key=lambda v: (sum(pulls[v]) / len(pulls[v]) if pulls[v] else place[v], place[v]))


def _span(order: Sequence[int], groups: Sequence[Collection[int]]) -> int:
    place = _places(order)
    return sum(max(places) - min(places) for places in ([place[v] for v in group] for group in groups))


def _places(order: Sequence[int]) -> list[int]:
    place = [0] * len(order)
    for k, v in enumerate(order):
        place[v] = k
    return place
