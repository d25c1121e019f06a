"""What a rule for bargains on a scale must provide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Callable

Numbers: TypeAlias = npt.NDArray[np.float64]
"""Positions, weights, utilities: the last axis counts actors, those before it draws or issues."""


@dataclass(frozen=True, slots=True, eq=False)
class Bargain:
    """Bargains on a scale, all of the same actors.

    Attributes
    ----------
    positions
        Where each actor stands. [unit of the scale, shape (..., actors)]
    weights
        Capability times salience: how hard it pulls. [unitless, shape (..., actors)]
    ends
        Low and high end of the scale.
    disagreement
        Utility of no deal to each actor, 1 being its own position and 0 a full length of the scale away from it.
        [shape (..., actors)]; ``None`` where it is not known.

    Raises
    ------
    ValueError
        If the shapes differ, the scale does not rise, a weight is negative, or the weights of a bargain sum to zero.
    """

    positions: Numbers
    weights: Numbers
    ends: tuple[float, float]
    disagreement: Numbers | None = None

    def __post_init__(self) -> None:
        others = [self.weights] if self.disagreement is None else [self.weights, self.disagreement]
        if any(other.shape != self.positions.shape for other in others):
            msg = f"expected {self.positions.shape} everywhere; got {[other.shape for other in others]}"
            raise ValueError(msg)
        if self.ends[0] >= self.ends[1]:
            raise ValueError("a scale must rise")
        if (self.weights < 0).any() or (self.weights.sum(axis=-1) <= 0).any():
            raise ValueError("weights must not be negative, and some actor must have weight")

    @property
    def length(self) -> float:
        """The length of the scale."""
        return self.ends[1] - self.ends[0]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that says where bargains end.

    Attributes
    ----------
    key, order, title
        Short name in code and JSON, place in lists, the field's name.
    meaning
        Where it puts the settlement, in one plain sentence.
    references
        Keys of ``docs/references.bib``.
    settle
        ``settle(bargain)``: where each bargain ends, ``nan`` where it has no answer. [shape (...)]
    needs_disagreement
        Whether it asks for the utility of no deal.
    compares_all
        Whether it looks at every three actors, so that with many of them fewer draws are followed.
    """

    key: str
    order: int
    title: str
    meaning: str
    references: tuple[str, ...]
    settle: Callable[[Bargain], Numbers]
    needs_disagreement: bool = False
    compares_all: bool = False
