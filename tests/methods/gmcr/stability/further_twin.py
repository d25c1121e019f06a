"""The further definitions read aloud: a slow twin of their kernels, on the plain conflicts of ``twin``.

What is anticipated is the recursion as it is printed. Moves at the same moment are added up as changes of the
state's number, as conflict analysis does by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

from tests.methods.gmcr.twin import Plain


class Anticipating:
    """Two decision makers who look ahead."""

    def __init__(self, conflict: Plain) -> None:
        self.conflict = conflict
        self.end = cache(self._end)

    def _end(self, h: int, i: int, s: int) -> int:
        """Return G_h(i, s): where ``i``, whose turn it is, expects the conflict to end."""
        moves = self.conflict.moves[i][s] if h else []
        if not moves:
            return s
        payoff = self.conflict.payoff[i]
        best = max((self.end(h - 1, 1 - i, t) for t in moves), key=payoff.__getitem__)
        return s if payoff[best] <= payoff[s] else best

    def stays(self, h: int, i: int, s: int) -> bool:
        """Whether ``s`` is stable for ``i`` at horizon ``h``."""
        return self.end(h, i, s) == s

    def round(self) -> range:
        """Return the first round of horizons that repeats, by writing down everything that is expected."""
        seen: dict[tuple[int, ...], int] = {}
        for h in range(10_000):
            everything = tuple(self.end(h, i, s) for i in (0, 1) for s in self.conflict.states)
            if everything in seen:
                return range(seen[everything], h)
            seen[everything] = h
        raise AssertionError("no repetition")

    def stays_at_last(self, i: int, s: int) -> bool:
        """Whether ``s`` is stable for ``i`` at every horizon of that round."""
        return all(self.stays(h, i, s) for h in self.round())


def joint_ends(conflict: Plain, i: int, s: int, start: int) -> Iterator[tuple[int, int]]:
    """Yield by how many others, and where, improvements from ``s`` at the same moment take ``i``'s to ``start``."""
    others = [j for j in range(len(conflict.payoff)) if j != i]
    for chosen in product(*([s, *conflict.improving(j, s)] for j in others)):
        movers = sum(t != s for t in chosen)
        end = start + sum(t - s for t in chosen)
        if movers and end in conflict.states:
            yield movers, end


def fewest_at_once(conflict: Plain, i: int, s: int, start: int) -> int | None:
    """Return how few others can take away at the same moment what ``i`` would gain by going from ``s`` to ``start``."""
    payoff = conflict.payoff[i]
    ends = (movers for movers, end in joint_ends(conflict, i, s, start) if payoff[end] <= payoff[s])
    return min(ends, default=None)


def stays_at_once(conflict: Plain, i: int, s: int) -> bool:
    """Whether ``s`` is simultaneously stable for ``i``."""
    return all(fewest_at_once(conflict, i, s, t) is not None for t in conflict.improving(i, s))
