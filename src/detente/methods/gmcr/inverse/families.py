"""Families: lists that are so many edits away and differ in the wishes put in only.

With all statements distinct, a list is as many edits away as statements go, wishes come in, and pairs of the
statements that stay change their order: each edit undoes one of these. Where a wish that comes in says what
a statement says that goes, the list may be fewer edits away than counted here; whoever looks at few edits
first has met it there. Statements that count alike stay together: they change places with others all at once, no
wish comes between them, and they go one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, combinations, combinations_with_replacement
from math import prod
from typing import NamedTuple, TypeVar

import numpy as np

from detente.methods.gmcr.inverse.changes import Change
from detente.methods.gmcr.preference.blocks import split


class Family(NamedTuple):
    """Lists that keep the same and put wishes in at the same places.

    Attributes
    ----------
    kept
        The statements that stay, in their new order.
    places
        Before which of those kept a wish comes, ascending; their number is the end.
    choices
        Which wishes may come at each place.
    """

    kept: tuple[int, ...]
    places: tuple[int, ...] = ()
    choices: tuple[tuple[int, ...], ...] = ()

    @property
    def size(self) -> int:
        """How many lists these are."""
        return prod(map(len, self.choices))

    def change(self, number: int) -> Change:
        """Return one of the lists; the wish at the last place changes first as the number grows."""
        if not self.places:
            return Change(self.kept)
        chosen = np.unravel_index(number, tuple(map(len, self.choices)))
        wishes = (wishes[int(w)] for wishes, w in zip(self.choices, chosen, strict=True))
        return Change(self.kept, tuple(zip(self.places, wishes, strict=True)))


Item = TypeVar("Item")
Useful = Callable[[tuple[int, ...]], tuple[int, ...]]


def families(blocks: Sequence[int], edits: int, useful: Useful | None) -> Iterator[Family]:
    """Yield the families that are so many edits away from a list, those with the fewest wishes first.

    Parameters
    ----------
    blocks
        The number of the block of each statement of the list.
    useful
        Returns which wishes can make a difference after some statements; ``None`` to put none in.
    """
    whole = tuple(range(len(blocks)))
    for inserted in range(edits + 1 if useful else 1):
        for removed in range(min(edits - inserted, len(blocks)) + 1):
            for gone in combinations(whole, removed):
                rest = tuple(split([k for k in whole if k not in gone], blocks))
                for order in orders(rest, edits - inserted - removed):
                    kept = tuple(chain.from_iterable(order))
                    ends = (0, *accumulate(map(len, order)))
                    after = {end: useful(kept[:end]) for end in ends} if useful and inserted else {}
                    yield from _placed(kept, inserted, after)


def _placed(kept: tuple[int, ...], inserted: int, after: Mapping[int, tuple[int, ...]]) -> Iterator[Family]:
    open_places = [place for place, wishes in after.items() if wishes]
    for places in combinations_with_replacement(open_places, inserted):
        yield Family(kept, places, tuple(after[place] for place in places))


def orders(items: tuple[Item, ...], swaps: int) -> Iterator[tuple[Item, ...]]:
    """Yield every order of some items that is exactly so many swaps of neighbours away."""
    if not swaps:
        yield items
        return
    for first in range(len(items) - 1):  # the first place whose item is another one
        for ahead in range(1, min(swaps, len(items) - 1 - first) + 1):
            here = first + ahead
            rest = items[first:here] + items[here + 1 :]
            yield from ((*items[:first], items[here], *tail) for tail in orders(rest, swaps - ahead))
