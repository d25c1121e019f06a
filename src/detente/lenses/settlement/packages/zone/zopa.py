"""The zone of possible agreement: packages held against what every party has without a deal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from detente.methods.bargaining.packages.leximin import leximin
from detente.methods.bargaining.packages.opening import Opening
from detente.methods.bargaining.packages.space import Mask, Numbers, Packages
from detente.methods.bargaining.packages.zone import Blocking, blocking


@dataclass(frozen=True, eq=False)
class Zopa:
    """The zone of possible agreement: packages held against every party's reservation value, its alternative to a deal.

    Attributes
    ----------
    gains
        By how much each package beats each party's alternative. [shape (parties, packages)]
    crossing
        Which packages cross a red line of each party, and of those that have nothing but red lines.
        [shape (parties and those, packages)]
    inside
        The packages that nobody has a better alternative to, and that cross no red line. [shape (packages,)]
    solutions
        The packages that each bargaining rule chooses, by its key.
    opening
        What would open the zone; nothing where every package crosses a red line.
    """

    gains: Numbers
    crossing: Mask
    inside: Mask
    solutions: Mapping[str, Packages]
    opening: Opening

    @property
    def best(self) -> Packages:
        """The packages of the zone, those that leave most to whoever gains least first."""
        inside = np.flatnonzero(self.inside)
        return inside[np.argsort(-self.gains[:, inside].min(axis=0), kind="stable")]

    def fairest(self, among: Mask) -> Packages:
        """Return of some packages [shape (packages,)] those by which whoever gains least gains most; all that tie."""
        return np.flatnonzero(leximin(self.gains, among))

    @property
    def barred(self) -> Mask:
        """The packages that cross somebody's red line [shape (packages,)]."""
        return np.asarray(self.crossing.any(axis=0))

    @cached_property
    def refused(self) -> Mask:
        """Which packages each party has a better alternative to, or accepts in no case [shape of ``crossing``]."""
        found = self.crossing.copy()
        found[: len(self.gains)] |= self.gains < 0
        return found

    @cached_property
    def blocking(self) -> Blocking:
        """Who stands in the way of how many packages."""
        return blocking(self.refused)
