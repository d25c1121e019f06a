"""Patterns: outcomes, alone or two together, that a party accepts in no package."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import prod

import numpy as np

from detente.methods.bargaining.packages.space import Mask


@dataclass(frozen=True, slots=True)
class Pattern:
    """Outcomes that make every package with them unacceptable.

    Attributes
    ----------
    choices
        One issue and its outcome, or two of them.
    packages
        How many packages have them.
    """

    choices: tuple[tuple[int, int], ...]
    packages: int


def patterns(blocked: Mask, sizes: Sequence[int]) -> tuple[Pattern, ...]:
    """Return the outcomes whose every package is blocked, and pairs of others; those in most packages first.

    Parameters
    ----------
    blocked
        Which packages are blocked. [shape (packages,)]
    sizes
        How many outcomes each issue has.
    """
    found = [Pattern(choices, _count(choices, sizes)) for choices in _choices(blocked.reshape(sizes))]
    return tuple(sorted(found, key=lambda pattern: -pattern.packages))


def _choices(cube: Mask) -> Iterator[tuple[tuple[int, int], ...]]:
    alone = [np.asarray(cube.all(axis=_without(cube, k))) for k in range(cube.ndim)]
    for k, every in enumerate(alone):
        yield from (((k, outcome),) for outcome in np.flatnonzero(every).tolist())
    for k, m in combinations(range(cube.ndim), 2):
        both = np.asarray(cube.all(axis=_without(cube, k, m))) & ~alone[k][:, np.newaxis] & ~alone[m]
        yield from (((k, x), (m, y)) for x, y in np.argwhere(both).tolist())


def _without(cube: Mask, *issues: int) -> tuple[int, ...]:
    return tuple(axis for axis in range(cube.ndim) if axis not in issues)


def _count(choices: tuple[tuple[int, int], ...], sizes: Sequence[int]) -> int:
    fixed = {issue for issue, _ in choices}
    return prod(size for issue, size in enumerate(sizes) if issue not in fixed)
