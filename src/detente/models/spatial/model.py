"""An issue with a scale as a bargain: its uncertain numbers as arrays, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.bargaining.spatial.rule import Bargain, Numbers, Rule
from detente.methods.bargaining.spatial.sensitivity import Inputs

if TYPE_CHECKING:
    from detente.case.issue import Continuum, Issue
    from detente.case.value import Value
    from detente.models.spatial.stakes import Stake

KINDS = ("position", "salience", "capability", "no deal")
"""What is uncertain of each actor, in the order of the inputs."""


@dataclass(frozen=True, slots=True, eq=False)
class SpatialModel:
    """A bargain on a scale, with its doubts.

    Attributes
    ----------
    issue, scale
        What is bargained over, and its scale.
    stakes
        Who takes part.
    inputs
        All numbers, kind by kind in the order of ``KINDS`` and in each in the order of the stakes; those of no deal
        only where the case states them for all.
    knows_no_deal
        Whether it does.
    """

    issue: Issue
    scale: Continuum
    stakes: tuple[Stake, ...]
    inputs: Inputs
    knows_no_deal: bool

    def bargain(self, values: Numbers) -> Bargain:
        """Return the bargain in each draw [shape (inputs, draws)]."""
        parts = values.reshape(-1, len(self.stakes), values.shape[-1])
        positions, salience, capability, *no_deal = (np.ascontiguousarray(part.T) for part in parts)
        ends = (self.scale.low, self.scale.high)
        return Bargain(positions, capability * salience, ends, no_deal[0] if no_deal else None)

    def salience(self, values: Numbers) -> Numbers:
        """Return how much each cares in each draw [shapes (inputs, draws) to (draws, actors)]."""
        count = len(self.stakes)
        return np.ascontiguousarray(values[count : 2 * count].T)

    def settle(self, rule: Rule, values: Numbers) -> Numbers:
        """Return where the bargain ends in each draw [shapes (inputs, draws) to (draws,)]; ``nan`` where it does not.

        It does not where nobody has weight, or where no deal is better for somebody.
        """
        count = len(self.stakes)
        weighty = (values[count : 2 * count] * values[2 * count : 3 * count]).sum(axis=0) > 0
        found = np.full(values.shape[-1], np.nan)
        if weighty.any():
            found[weighty] = rule.settle(self.bargain(values[:, weighty]))
        return found

    def name(self, number: int) -> tuple[str, str]:
        """Return whose number an input is, and of which kind."""
        kind, actor = divmod(number, len(self.stakes))
        return self.stakes[actor].actor, KINDS[kind]


def model_spatial(issue: Issue, scale: Continuum, stakes: Sequence[Stake], batna: Mapping[str, Value]) -> SpatialModel:
    """Return an issue as a bargain.

    Parameters
    ----------
    stakes
        Who takes part; at least one.
    batna
        Utility of no deal by actor, where the case states it.
    """
    numbers = [stake.value for stake in stakes]
    numbers += [stake.salience for stake in stakes]
    numbers += [stake.capability for stake in stakes]
    known = all(stake.actor in batna for stake in stakes)
    numbers += [batna[stake.actor] for stake in stakes] if known else []
    low = np.array([number.low for number in numbers])
    mode = np.array([np.nan if number.mode is None else number.mode for number in numbers])
    high = np.array([number.high for number in numbers])
    return SpatialModel(issue, scale, tuple(stakes), Inputs(low, mode, high), known)
