"""Truths: in which states the conditions of a conflict hold, so that those that say nothing can be told.

States are bits of whole numbers, so that all are looked at in one operation. Where there are too many of them,
conditions are compared as they are written, which finds fewer but never wrong ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.methods.gmcr.preference.expressions import Expression, Not
from detente.methods.gmcr.preference.state_sets import state_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_MOST_BITS = 1 << 27
"""So many states times conditions are looked at."""

_MOST_SPLIT = 1 << 24
"""So many states times groups of equally preferred states are looked at."""


class Truths:
    """In which states conditions hold.

    Parameters
    ----------
    options
        Ids of the options in written order.
    conditions
        How many conditions there are.
    """

    def __init__(self, options: Sequence[str], conditions: int) -> None:
        self.options = options
        self.count = 1 << len(options)
        self.listed = len(options) < _MOST_BITS.bit_length() and self.count * max(1, conditions) <= _MOST_BITS

    def of(self, condition: Expression) -> int:
        """Return the states in which a condition is true; only where they are listed."""
        return state_set(condition, self.options)

    def without(self, ruled_out: Iterable[Expression]) -> int:
        """Return the states in which none of some conditions is true; only where they are listed."""
        left = (1 << self.count) - 1
        for condition in ruled_out:
            left &= ~self.of(condition)
        return left

    def split(self, groups: Sequence[int], truth: int) -> Sequence[int] | None:
        """Return groups of states split by a truth; ``None`` where they would be too many to look at."""
        if len(groups) * self.count > _MOST_SPLIT:
            return None
        return [part for group in groups for part in (group & truth, group & ~truth) if part]

    def split_by_number(self, groups: Sequence[int], truths: Sequence[int]) -> Sequence[int] | None:
        """Return groups of states split by how many of some truths hold, or ``None`` like ``split``."""
        if len(groups) * self.count * (len(truths) + 1) > _MOST_SPLIT:
            return None
        exactly = [(1 << self.count) - 1]
        for truth in truths:
            more = [0, *(states & truth for states in exactly)]
            exactly = [a | b for a, b in zip([*(states & ~truth for states in exactly), 0], more, strict=True)]
        return [part for group in groups for states in exactly if (part := group & states)]


def repeated(conditions: Sequence[Expression]) -> Iterator[tuple[int, int, bool]]:
    """Yield the conditions written like an earlier one or its opposite: both numbers, and whether it is the same."""
    first: dict[Expression, int] = {}
    for number, condition in enumerate(conditions):
        bare, negated = _bare(condition)
        same, opposite = (Not(bare), bare) if negated else (bare, Not(bare))
        if same in first:
            yield number, first[same], True
        elif opposite in first:
            yield number, first[opposite], False
        else:
            first[same] = number


def _bare(condition: Expression) -> tuple[Expression, bool]:
    """Return a condition without the 'not' before it, and whether there is one that counts."""
    negated = False
    while isinstance(condition, Not):
        condition, negated = condition.part, not negated
    return condition, negated
