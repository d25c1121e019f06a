"""Logrolling: one party gives on an issue that matters less to it, for another that matters more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations, product

import numpy as np

from detente.methods.bargaining.packages.space import Numbers, PackageSpace, snap


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
        What the first and the second party give: by that alone each would lose, and the other gain.
    changes
        What the trade is worth to every party: more than nought to the two, not less to anybody else.
    """

    gives: tuple[Give, Give]
    changes: tuple[float, ...]

    @property
    def least(self) -> float:
        """What the one of the two that gains less gains."""
        return min(self.changes[give.party] for give in self.gives)


def trades(utilities: Numbers, space: PackageSpace, choice: Sequence[int]) -> tuple[Trade, ...]:
    """Return every trade between two parties that leaves both better off and nobody worse off.

    Parameters
    ----------
    utilities
        What each package is worth to each party. [shape (parties, packages)]
    space
        The packages.
    choice
        The package to begin with: the outcome of each issue.

    Returns
    -------
    tuple[Trade, ...]
        Those first in which the one that gains less gains most.
    """
    changes = utilities - utilities[:, [space.number(choice)]]
    table = changes.reshape(len(utilities), *space.sizes)
    found = [trade for pair in _pairs(len(choice)) for trade in _between(table, choice, pair)]
    return tuple(sorted(found, key=lambda trade: -trade.least))


def _pairs(issues: int) -> Iterator[tuple[int, int]]:
    return ((k, m) for k in range(issues) for m in range(k + 1, issues))


def _between(table: Numbers, choice: Sequence[int], pair: tuple[int, int]) -> Iterator[Trade]:
    """Yield the trades on two issues; ``table`` has an axis for each issue, after that of the parties."""
    where = tuple(slice(None) if k in pair else outcome for k, outcome in enumerate(choice))
    total = snap(table[(slice(None), *where)])
    first, second = total[:, :, choice[pair[1]]], total[:, choice[pair[0]], :]
    for x, y in product(*map(range, total.shape[1:])):
        changes = total[:, x, y]
        if (changes < 0).any():
            continue
        for a, b in permutations(range(len(changes)), 2):
            helps = changes[a] > 0 and changes[b] > 0
            if helps and first[a, x] < 0 < first[b, x] and second[b, y] < 0 < second[a, y]:
                yield Trade((Give(a, pair[0], x), Give(b, pair[1], y)), tuple(float(change) for change in changes))


def fairest(value: Numbers, matters: Sequence[bool]) -> list[int]:
    """Return the outcomes of an issue that are as good as can be for whom they suit least, then for the next: all ties.

    Parameters
    ----------
    value
        What each outcome is worth to each party, without weights. [shape (parties, outcomes)]
    matters
        Whether the issue matters to each party. Where it does to nobody, the first outcome is as good as any.
    """
    if not any(matters):
        return [0]
    ordered = np.sort(snap(value[np.asarray(matters)]), axis=0)
    best = ordered[:, int(np.lexsort(-ordered[::-1])[0])]
    return [int(k) for k in np.flatnonzero((ordered == best[:, np.newaxis]).all(axis=0))]
