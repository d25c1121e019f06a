"""How numbers spread over draws."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from detente.methods.transport.arrays import Float


class Spread(NamedTuple):
    """The median of numbers, and what a twentieth of the draws lie below and above [each of one shape]."""

    median: Float
    low: Float
    high: Float


def spread(numbers: Float) -> Spread:
    """Return how numbers spread over their last axis; ``nan`` where one of the draws has none [shape (..., D)]."""
    low, median, high = np.quantile(numbers, (0.05, 0.5, 0.95), axis=-1)
    return Spread(median, low, high)
