"""Blocks of preference statements: neighbours that count alike."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.case.conflict import Statement


def runs(stated: Sequence[Statement]) -> tuple[int, ...]:
    """Return how many neighbouring statements count alike, the most important block first; 1 for one by itself."""
    labels = [(item.equal, None if item.equal else k) for k, item in enumerate(stated)]
    return tuple(len(list(block)) for _, block in groupby(labels))
