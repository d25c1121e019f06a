"""Packages: one outcome for every issue, numbered, and what each is worth to each party."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from detente.methods.bargaining.limits import MOST_PACKAGES

Numbers: TypeAlias = npt.NDArray[np.float64]
"""Utilities, weights and what is computed from them."""

Mask: TypeAlias = npt.NDArray[np.bool_]
"""One truth value for each package."""

Packages: TypeAlias = npt.NDArray[np.intp]
"""Numbers of packages, or of the outcomes in them."""

_DIGITS, _FEWER_DIGITS = 12, 9


class TooManyPackagesError(ValueError):
    """More combinations of outcomes than are enumerated.

    Attributes
    ----------
    count
        How many there are.
    """

    def __init__(self, count: int) -> None:
        super().__init__(f"there are {count:,} packages; at most {MOST_PACKAGES:,} are enumerated")
        self.count = count


@dataclass(frozen=True, slots=True)
class PackageSpace:
    """Every combination of outcomes; the outcome of the last issue changes fastest.

    Attributes
    ----------
    sizes
        How many outcomes each issue has, at least one each.

    Raises
    ------
    TooManyPackagesError
        If there are more than ``MOST_PACKAGES``.
    """

    sizes: tuple[int, ...]

    def __post_init__(self) -> None:
        if self.count > MOST_PACKAGES:
            raise TooManyPackagesError(self.count)

    @property
    def count(self) -> int:
        """How many packages there are."""
        return prod(self.sizes)

    def choices(self, packages: Packages) -> Packages:
        """Return the outcome on each issue in some packages [shape (n, issues)]."""
        return np.stack([packages // step % size for step, size in zip(self._steps(), self.sizes, strict=True)], axis=1)

    def number(self, choice: Sequence[int]) -> int:
        """Return the number of the package with these outcomes."""
        return sum(step * outcome for step, outcome in zip(self._steps(), choice, strict=True))

    def _steps(self) -> tuple[int, ...]:
        return tuple(prod(self.sizes[k + 1 :]) for k in range(len(self.sizes)))


def snap(values: Numbers) -> Numbers:
    """Return values to twelve decimals, so that what is equal on paper is equal here: ties are ties."""
    return np.round(values, _DIGITS) + 0.0


def snap_derived(values: Numbers) -> Numbers:
    """Return to nine decimals what is computed from snapped values by adding, dividing or taking logarithms."""
    return np.round(values, _FEWER_DIGITS) + 0.0


def contributions(values: Sequence[Numbers], weights: Numbers, total: Numbers) -> list[Numbers]:
    """Return what each outcome adds to each party's utility: its value times the issue's share of the weights.

    Parameters
    ----------
    values
        For each issue, the value of its outcomes to each party. [each shape (..., parties, outcomes)]
    weights
        How much each issue matters to each party. [shape (..., parties, issues)]
    total
        All that matters to each party, issues and whatever else, more than nought. [shape (..., parties)]
    """
    shares = weights / total[..., np.newaxis]
    return [value * shares[..., k, np.newaxis] for k, value in enumerate(values)]


def added(parts: Sequence[Numbers]) -> Numbers:
    """Return for every package the sum of what its outcomes add.

    Parameters
    ----------
    parts
        For each issue, what its outcomes add. [each shape (..., parties, outcomes)]

    Returns
    -------
    Numbers
        [shape (..., parties, packages)]
    """
    total = parts[0]
    for part in parts[1:]:
        joined = total[..., :, np.newaxis] + part[..., np.newaxis, :]
        total = joined.reshape(*joined.shape[:-2], -1)
    return total
