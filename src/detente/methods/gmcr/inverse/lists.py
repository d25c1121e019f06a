"""Lists: how every list of statements that so many edits make orders the states around a wanted one."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from detente.methods.gmcr.inverse.changes import Changeable, Kind
from detente.methods.gmcr.inverse.effort import Effort, ExhaustedError
from detente.methods.gmcr.inverse.families import Family, families, orders
from detente.methods.gmcr.preference.blocks import runs_of
from detente.methods.gmcr.preference.preferences import from_statements

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.methods.gmcr.arrays import Ordinal, States
    from detente.methods.gmcr.inverse.changes import Change

Levels = npt.NDArray[np.int64]
"""What each state is worth in each list: bigger is better, ties are equal. [shape (R, lists)]"""

OVERHEAD = 1000
"""What the lists of a family cost together besides: it is as long as looking at so many states."""

_CHUNK = 1 << 19
_MOST = 1 << 24
_BITS = 62


class Chunk(NamedTuple):
    """Some lists, and how each orders the states.

    Attributes
    ----------
    families, ends
        The lists by family, and up to which column those of each family reach.
    levels
        What the states are worth.
    """

    families: tuple[Family, ...]
    ends: States
    levels: Levels

    def change(self, column: int) -> Change:
        """Return one of the lists."""
        which = int(np.searchsorted(self.ends, column, side="right"))
        return self.families[which].change(column - (int(self.ends[which - 1]) if which else 0))


@dataclass(frozen=True, slots=True, eq=False)
class Lists:
    """The lists around what somebody prefers.

    A wish is put in only where it can make a difference: where it tells states apart that no statement before
    it does. Elsewhere the list orders the states as it does without the wish, one edit less away.

    Attributes
    ----------
    changeable
        What it prefers.
    states
        The states to order. [shape (R,)]
    wanted
        Put in only wishes that place some state below this row; ``None`` for all.
    """

    changeable: Changeable
    states: States
    wanted: int | None = None
    _segments: dict[tuple[int, ...], tuple[Ordinal, int]] = field(default_factory=dict)
    _after: dict[tuple[int, ...], tuple[int, ...]] = field(default_factory=dict)

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
        found: list[Family] = []
        levels: list[Levels] = []
        size = 0
        for family in self._families(edits):
            effort.spend(OVERHEAD + family.size * (self.states.size + per_list))
            found.append(family)
            levels.append(self._levels(family))
            size += levels[-1].size
            if size > _CHUNK:
                yield _joined(found, levels)
                found, levels, size = [], [], 0
        if found:
            yield _joined(found, levels)

    def _families(self, edits: int) -> Iterator[Family]:
        match self.changeable.kind:
            case Kind.STATEMENTS:
                yield from families(
                    self.changeable.blocks, edits, self._useful if len(self.changeable.wishes) else None
                )
            case Kind.RANKING:
                yield from map(Family, orders(tuple(range(self.changeable.count)), edits))
            case Kind.FIXED if not edits:
                yield Family(())

    def _useful(self, before: tuple[int, ...]) -> tuple[int, ...]:
        """Return which wishes tell states apart that the statements before them do not."""
        if before not in self._after:
            level = self._above(self._segment(before)[0].astype(np.int64))
            table = self.changeable.wishes[:, self.states]
            if self.wanted is not None:
                equal = table[:, level == level[self.wanted]]
                self._after[before] = tuple(np.flatnonzero(table[:, self.wanted] & ~equal.all(axis=1)).tolist())
            else:
                order = np.argsort(level, kind="stable")
                first = np.flatnonzero(np.diff(level[order], prepend=-1))
                some = np.logical_or.reduceat(table[:, order], first, axis=1)
                every = np.logical_and.reduceat(table[:, order], first, axis=1)
                self._after[before] = tuple(np.flatnonzero((some & ~every).any(axis=1)).tolist())
        return self._after[before]

    def _levels(self, family: Family) -> Levels:
        """Return what the states are worth in each list of a family.

        Raises
        ------
        ExhaustedError
            If the numbers, or their number, become too large.
        """
        if self.changeable.kind is not Kind.STATEMENTS:
            return self._above(self._ranked(family.kept))
        cuts = (0, *family.places, len(family.kept))
        segments = [self._segment(family.kept[a:b]) for a, b in pairwise(cuts)]
        bits_needed = sum(bits for _, bits in segments) + len(family.places)
        if bits_needed > _BITS or family.size * self.states.size > _MOST:
            raise ExhaustedError
        level = segments[0][0].astype(np.int64)[:, None]
        for (segment, bits), choice in zip(segments[1:], family.choices, strict=True):
            wishes = self.changeable.wishes[list(choice)][:, self.states].T
            level = (level[:, :, None] << 1 | wishes[:, None, :]).reshape(len(level), -1)
            level = level << bits | segment[:, None]
        return self._above(level)

    def _above(self, level: Levels) -> Levels:
        """Return levels in which what matters above all comes first."""
        if self.changeable.above is None:
            return level
        above = self.changeable.above[self.states].astype(np.int64)
        return level + (int(level.max(initial=0)) + 1) * above.reshape(-1, *(1,) * (level.ndim - 1))

    def _ranked(self, kept: tuple[int, ...]) -> Levels:
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
            runs = runs_of(items, self.changeable.blocks)
            level = from_statements(rows, np.ones(self.states.size, dtype=np.bool_), runs)
            self._segments[items] = level, int(level.max(initial=0)).bit_length()
        return self._segments[items]


def _joined(found: Sequence[Family], levels: Sequence[Levels]) -> Chunk:
    ends = np.cumsum([each.shape[1] for each in levels], dtype=np.intp)
    return Chunk(tuple(found), ends, np.concatenate(levels, axis=1))
