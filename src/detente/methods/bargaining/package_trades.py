"""Logrolling: one party gives on an issue that matters less to it, for another that matters more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations, product

import numpy as np

from detente.methods.bargaining.package_space import Numbers, snap


@dataclass(frozen=True, slots=True)
class Give:
    """One side of a trade: who gives, on which issue, and the outcome that it comes to."""

    party: int
    issue: int
    outcome: int


@dataclass(frozen=True, slots=True)
class Trade:
    """An exchange between two parties on two issues.

    Attributes
    ----------
    gives
        What the first and the second party give: each loses there, and the other gains.
    changes
        What the trade is worth to every party: more than nought to the two, not less to anybody else.
    """

    gives: tuple[Give, Give]
    changes: tuple[float, ...]

    @property
    def least(self) -> float:
        """What the one of the two that gains less gains."""
        return min(self.changes[give.party] for give in self.gives)


def trades(parts: Sequence[Numbers], choice: Sequence[int]) -> tuple[Trade, ...]:
    """Return every trade between two parties that leaves both better off and nobody worse off.

    Parameters
    ----------
    parts
        For each issue, what its outcomes add to each party's utility. [each shape (parties, outcomes)]
    choice
        The package to begin with: the outcome of each issue.

    Returns
    -------
    tuple[Trade, ...]
        Those first in which the one that gains less gains most.
    """
    found = [trade for pair in _pairs(len(parts)) for trade in _between(parts, choice, pair)]
    return tuple(sorted(found, key=lambda trade: -trade.least))


def _pairs(issues: int) -> Iterator[tuple[int, int]]:
    return ((k, m) for k in range(issues) for m in range(k + 1, issues))


def _between(parts: Sequence[Numbers], choice: Sequence[int], pair: tuple[int, int]) -> Iterator[Trade]:
    """Yield the trades on two issues."""
    exact = [parts[k] - parts[k][:, [choice[k]]] for k in pair]
    moved = [snap(part) for part in exact]
    total = snap(exact[0][:, :, np.newaxis] + exact[1][:, np.newaxis, :])
    for x, y in product(*(range(part.shape[1]) for part in moved)):
        changes = total[:, x, y]
        if (changes < 0).any():
            continue
        for a, b in permutations(range(len(changes)), 2):
            helps = changes[a] > 0 and changes[b] > 0
            if helps and moved[0][a, x] < 0 < moved[0][b, x] and moved[1][b, y] < 0 < moved[1][a, y]:
                yield Trade((Give(a, pair[0], x), Give(b, pair[1], y)), tuple(float(change) for change in changes))


def one_by_one(values: Sequence[Numbers], matters: Sequence[Sequence[bool]]) -> tuple[int, ...]:
    """Return the package in which each issue is settled by itself, as well as can be for whom it suits least.

    Parameters
    ----------
    values
        For each issue, the value of its outcomes to each party, without weights. [each shape (parties, outcomes)]
    matters
        For each issue, whether it matters to each party; to at least one it does.
    """
    return tuple(_fairest(value[np.asarray(those)]) for value, those in zip(values, matters, strict=True))


def _fairest(value: Numbers) -> int:
    ordered = np.sort(snap(value), axis=0)
    return int(np.lexsort(-ordered[::-1])[0])
