"""Starts: where succession starts in each draw."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from detente.methods.system.arrays import Configuration, Int


class Starts(NamedTuple):
    """Where succession starts in each draw; a draw may have several starts.

    Attributes
    ----------
    draw
        The number of a draw. [shape (F,)]
    configurations
        Where it starts. [shape (F, N)]
    """

    draw: Int
    configurations: Int

    @classmethod
    def of(cls, configurations: Sequence[Iterable[Configuration]]) -> Starts:
        """Return starts from the configurations of each draw, of which each has one."""
        pairs = [(draw, each) for draw, some in enumerate(configurations) for each in some]
        return cls(np.array([draw for draw, _ in pairs]), np.array([each for _, each in pairs]))

    @classmethod
    def alike(cls, configuration: Configuration, draws: int) -> Starts:
        """Return starts from one configuration in all draws."""
        return cls.of([[configuration]] * draws)

    def part(self, first: int, end: int) -> Starts:
        """Return the starts in the draws from one number on up to another, which are counted from there."""
        rows = (self.draw >= first) & (self.draw < end)
        return Starts(self.draw[rows] - first, self.configurations[rows])

    def rows(self, rows: Int) -> Starts:
        """Return some of them."""
        return Starts(self.draw[rows], self.configurations[rows])
