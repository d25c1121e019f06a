"""Lists: every list of statements that so many edits make, and how each orders the states around a wanted one.

With all statements distinct, a list is as many edits away as statements go, wishes come in, and pairs of the
statements that stay change their order: each edit undoes one of these. Where a wish that comes in says what
a statement says that goes, the list may be fewer edits away than counted here; whoever looks at few edits
first has met it there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import combinations, combinations_with_replacement, pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from detente.methods.gmcr.inverse.changes import Change, Changeable, Kind
from detente.methods.gmcr.preferences import from_statements

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.methods.gmcr.arrays import Ordinal, States

_BITS = 62
_CHUNK = 1 << 19

OVERHEAD = 1000
"""What the lists of a family cost together besides: it is as long as looking at so many states."""


class ExhaustedError(Exception):
    """The search would cost more than it may."""


@dataclass(slots=True)
class Effort:
    """What a search has cost and may cost: lists times states that were looked at.

    Attributes
    ----------
    limit
        The most it may cost.
    progress
        Told each cost before it arises.
    spent
        What it has cost.
    """

    limit: int
    progress: Callable[[int], None] | None = None
    spent: int = 0

    def spend(self, cost: int) -> None:
        """Count a cost before it arises.

        Raises
        ------
        ExhaustedError
            If it is too much.
        """
        if self.spent + cost > self.limit:
            raise ExhaustedError
        self.spent += cost
        if self.progress is not None:
            self.progress(cost)


class Family(NamedTuple):
    """Lists that differ in the wishes put in only: what is kept, and between which of it a wish comes."""

    kept: tuple[int, ...]
    places: tuple[int, ...]


class Chunk(NamedTuple):
    """Some lists, and how each orders the states.

    Attributes
    ----------
    families, ends
        The lists by family, and up to which column those of each family reach.
    levels
        What each state is worth in each list: bigger is better, ties are equal. [shape (R, lists)]
    wishes
        Numbers of the wishes that are put in, in the order in which a family counts through them.
    """

    families: tuple[Family, ...]
    ends: States
    levels: npt.NDArray[np.int64]
    wishes: tuple[int, ...]

    def change(self, column: int) -> Change:
        """Return one of the lists."""
        which = int(np.searchsorted(self.ends, column, side="right"))
        family = self.families[which]
        place = column - (int(self.ends[which - 1]) if which else 0)
        shape = (len(self.wishes),) * len(family.places)
        chosen = np.unravel_index(place, shape) if shape else ()
        return Change(
            family.kept, tuple((at, self.wishes[int(w)]) for at, w in zip(family.places, chosen, strict=True))
        )


@dataclass(frozen=True, slots=True, eq=False)
class Lists:
    """The lists around what somebody prefers.

    Attributes
    ----------
    changeable
        What it prefers.
    states
        The states to order. [shape (R,)]
    wishes
        Numbers of the wishes to put in.
    """

    changeable: Changeable
    states: States
    wishes: tuple[int, ...]
    _segments: dict[tuple[int, ...], tuple[Ordinal, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, changeable: Changeable, states: States, *, wanted: int | None = None) -> Lists:
        """Return the lists, without wishes that tell none of the states apart.

        Parameters
        ----------
        wanted
            Only wishes that are true at this row; ``None`` for all.
        """
        table = changeable.wishes[:, states]
        useful = table.any(axis=1) & ~table.all(axis=1)
        if wanted is not None:
            useful &= table[:, wanted]
        return cls(changeable, states, tuple(np.flatnonzero(useful).tolist()))

    def chunks(self, edits: int, effort: Effort, *, per_list: int = 0) -> Iterator[Chunk]:
        """Yield all lists that are a number of edits away, many at once.

        Parameters
        ----------
        per_list
            What each list costs besides the ordering of its states.

        Raises
        ------
        ExhaustedError
            If that costs more than it may.
        """
        families: list[Family] = []
        levels: list[npt.NDArray[np.int64]] = []
        size = 0
        for family in self._families(edits):
            columns = len(self.wishes) ** len(family.places)
            effort.spend(OVERHEAD + columns * (self.states.size + per_list))
            families.append(family)
            levels.append(self._levels(family))
            size += levels[-1].size
            if size > _CHUNK:
                yield self._chunk(families, levels)
                families, levels, size = [], [], 0
        if families:
            yield self._chunk(families, levels)

    def _chunk(self, families: Sequence[Family], levels: Sequence[npt.NDArray[np.int64]]) -> Chunk:
        ends = np.cumsum([each.shape[1] for each in levels], dtype=np.intp)
        return Chunk(tuple(families), ends, np.concatenate(levels, axis=1), self.wishes)

    def _families(self, edits: int) -> Iterator[Family]:
        """Yield the families that are so many edits away, those with the fewest wishes first."""
        whole = tuple(range(self.changeable.count))
        if self.changeable.kind is not Kind.STATEMENTS:
            possible = self.changeable.kind is Kind.RANKING or not edits
            yield from (Family(kept, ()) for kept in (_orders(whole, edits) if possible else ()))
            return
        for inserted in range(edits + 1 if self.wishes else 1):
            for removed in range(min(edits - inserted, len(whole)) + 1):
                for gone in combinations(whole, removed):
                    rest = tuple(k for k in whole if k not in gone)
                    for kept in _orders(rest, edits - inserted - removed):
                        places = combinations_with_replacement(range(len(kept) + 1), inserted)
                        yield from (Family(kept, at) for at in places)

    def _levels(self, family: Family) -> npt.NDArray[np.int64]:
        """Return what the states are worth in each list of a family [shape (R, lists)].

        Raises
        ------
        ExhaustedError
            If the numbers become too large.
        """
        if self.changeable.kind is not Kind.STATEMENTS:
            return self._ranked(family.kept)
        cuts = (0, *family.places, len(family.kept))
        segments = [self._segment(family.kept[a:b]) for a, b in pairwise(cuts)]
        if sum(bits for _, bits in segments) + len(family.places) > _BITS:
            raise ExhaustedError
        wishes = self.changeable.wishes[list(self.wishes)][:, self.states].T
        level = segments[0][0].astype(np.int64)[:, None]
        for segment, bits in segments[1:]:
            level = (level[:, :, None] << 1 | wishes[:, None, :]).reshape(len(level), -1)
            level = level << bits | segment[:, None]
        return level

    def _ranked(self, kept: tuple[int, ...]) -> npt.NDArray[np.int64]:
        payoff = self.changeable.payoff[self.states].astype(np.int64)[:, None]
        if self.changeable.kind is Kind.FIXED:
            return payoff
        level = np.empty(len(kept), dtype=np.int64)
        level[list(kept)] = np.arange(len(kept))[::-1]
        return level[len(kept) - 1 - payoff]

    def _segment(self, items: tuple[int, ...]) -> tuple[Ordinal, int]:
        """Return how some statements in a row order the states, and how many bits that takes."""
        if items not in self._segments:
            rows = (self.changeable.truths[k, self.states] for k in items)
            level = from_statements(rows, np.ones(self.states.size, dtype=np.bool_))
            self._segments[items] = level, int(level.max(initial=0)).bit_length()
        return self._segments[items]


def _orders(items: tuple[int, ...], swaps: int) -> Iterator[tuple[int, ...]]:
    """Yield every order of some items that is exactly so many swaps of neighbours away."""
    if not swaps:
        yield items
        return
    for first in range(len(items) - 1):  # the first place whose item is another one
        for ahead in range(1, min(swaps, len(items) - 1 - first) + 1):
            here = first + ahead
            rest = items[first:here] + items[here + 1 :]
            yield from ((*items[:first], items[here], *tail) for tail in _orders(rest, swaps - ahead))
