"""The array types that the Graph Model kernels exchange."""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Bool: TypeAlias = npt.NDArray[np.bool_]
"""One truth value per state."""

Ordinal: TypeAlias = npt.NDArray[np.int16 | np.int32]
"""One ordinal value per state: bigger is better, ties are equal. Short numbers where there are many profiles."""

States: TypeAlias = npt.NDArray[np.intp]
"""State numbers."""

Numbers: TypeAlias = npt.NDArray[np.float64]
"""Weights, chances and shares."""


def distinct(states: States) -> States:
    """Return some states ascending, each once [shape (k,)].

    As ``np.unique`` does, which first loads all that there is on masked arrays.
    """
    found = np.sort(states)
    return found[np.diff(found, prepend=-1) > 0]


@cache
def greatest(kind: np.dtype[np.int16 | np.int32]) -> int:
    """Return the greatest number of a kind."""
    return int(np.iinfo(kind).max)
