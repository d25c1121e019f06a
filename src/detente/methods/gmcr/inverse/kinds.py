"""Kinds: lists of one decision maker that come to the same around a wanted state."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from detente.methods.gmcr.inverse.effort import Effort, ExhaustedError
from detente.methods.gmcr.inverse.lists import Chunk, Lists
from detente.methods.gmcr.inverse.staying import pack, stays, unpack

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool
    from detente.methods.gmcr.inverse.alone import OneMaker
    from detente.methods.gmcr.inverse.changes import Change
    from detente.methods.gmcr.stability.sanctions import Sanctions


@dataclass(slots=True, eq=False)
class Kinds:
    """The kinds of lists around what a decision maker prefers, found by ascending number of edits.

    Two lists are of one kind if the decision maker prefers the same states near the wanted one to it, and
    gains by the same moves when it answers others. A kind counts at the fewest edits that reach it: with more
    edits nothing is a smallest change that fewer edits do.

    Attributes
    ----------
    case
        Whose lists.
    better
        For each kind, whether each row is preferred to the wanted one; false where that does not matter.
        [each shape (R,)]
    gains
        For each kind, which sanctions gain. [each shape (m,)]
    by_edits
        The numbers of the kinds first reached with so many edits.
    """

    case: OneMaker
    better: list[Bool] = field(default_factory=list)
    gains: list[Bool] = field(default_factory=list)
    by_edits: list[range] = field(default_factory=list)
    _lists: Lists = field(init=False)
    _known: dict[bytes, int] = field(default_factory=dict)
    _found: list[list[tuple[Chunk, npt.NDArray[np.intp]]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._lists = Lists(self.case.changeable, self.case.arena.states)

    def extend(self, edits: int, effort: Effort) -> None:
        """Find the kinds that up to so many edits reach.

        Raises
        ------
        ExhaustedError
            If that costs more than it may; nothing then counts of the number of edits at which it happened.
        """
        moves = self.case.arena.sanctions[self.case.maker].source.size
        while len(self.by_edits) <= edits:
            known, found = len(self.better), []
            try:
                for chunk in self._lists.chunks(len(self.by_edits), effort, per_list=moves):
                    bare = chunk._replace(levels=chunk.levels[:0])
                    found.append((bare, self._sort(chunk)))
            except ExhaustedError:
                self._forget(known)
                raise
            self._found.append(found)
            self.by_edits.append(range(known, len(self.better)))

    def _forget(self, known: int) -> None:
        """Keep the first kinds only."""
        del self.better[known:], self.gains[known:]
        self._known = {key: kind for key, kind in self._known.items() if kind < known}

    def _sort(self, chunk: Chunk) -> npt.NDArray[np.intp]:
        """Return the kind of each list in a chunk [shape (lists,)]."""
        arena, maker = self.case.arena, self.case.maker
        arcs = arena.sanctions[maker]
        better = (chunk.levels > chunk.levels[arena.wanted]) & arena.near[maker][:, None]
        gains = chunk.levels[arcs.target] > chunk.levels[arcs.source]
        packed = np.packbits(np.concatenate([better, gains]), axis=0).T
        rows = np.ascontiguousarray(packed).view([("", packed.dtype)] * packed.shape[1]).ravel()
        _, first, which = np.unique(rows, return_index=True, return_inverse=True)
        kinds = np.empty(first.size, dtype=np.intp)
        for number in np.argsort(first).tolist():
            column = int(first[number])
            kind = self._known.setdefault(packed[column].tobytes(), len(self.better))
            if kind == len(self.better):
                self.better.append(better[:, column].copy())
                self.gains.append(gains[:, column].copy())
            kinds[number] = kind
        return kinds[which]

    def content(self, edits: int, sanctions: Sanctions) -> npt.NDArray[np.intp]:
        """Return the kinds first reached with so many edits that stay if any sanction counts [shape (k,)]."""
        kinds = np.arange(self.by_edits[edits].start, self.by_edits[edits].stop)
        if not kinds.size:
            return kinds
        better = pack(np.array([self.better[k] for k in kinds]).T)
        return kinds[unpack(stays(self.case.arena, self.case.maker, better, sanctions), kinds.size)]

    def changes(self, kind: int) -> tuple[Change, ...]:
        """Return the lists of a kind that the fewest edits reach."""
        edits = next(k for k, reached in enumerate(self.by_edits) if kind in reached)
        return self.case.distinct(
            chunk.change(int(column)) for chunk, kinds in self._found[edits] for column in np.flatnonzero(kinds == kind)
        )
