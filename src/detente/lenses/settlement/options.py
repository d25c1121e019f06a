"""What a caller may ask of the settlement lens."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SettlementOptions:
    """How often to draw, and how much to list.

    Attributes
    ----------
    draws, seed
        How many draws of uncertain numbers, and the seed of the random numbers.
    max_packages
        Above this number, lists of packages hold the first ones.
    """

    draws: int = 4096
    seed: int = 1
    max_packages: int = 200
