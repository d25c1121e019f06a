"""Effort: what a search has cost and may cost, counted in what it looks at and never in time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


class ExhaustedError(Exception):
    """The search would cost more than it may."""


@dataclass(slots=True)
class Effort:
    """What a search has cost and may cost: lists times states that were looked at.

    Attributes
    ----------
    limit
        The most it may cost.
    progress
        Told each cost before it arises.
    spent
        What it has cost.
    """

    limit: int
    progress: Callable[[int], None] | None = None
    spent: int = 0

    def spend(self, cost: int) -> None:
        """Count a cost before it arises.

        Raises
        ------
        ExhaustedError
            If it is too much.
        """
        if self.spent + cost > self.limit:
            raise ExhaustedError
        self.spent += cost
        if self.progress is not None:
            self.progress(cost)
