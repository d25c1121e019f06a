"""What a caller may ask of the corridor lens."""

from __future__ import annotations

from dataclasses import dataclass

from detente.lenses.asking import refuse_all_but_numbers


@dataclass(frozen=True, slots=True)
class CorridorOptions:
    """How often to draw.

    Attributes
    ----------
    draws, seed
        How many draws of uncertain numbers, and the seed of the random numbers.

    Raises
    ------
    TypeError
        If one is of another kind.
    AskError
        If a number is too small.
    """

    draws: int = 512
    seed: int = 1

    def __post_init__(self) -> None:
        refuse_all_but_numbers(1, draws=self.draws)
        refuse_all_but_numbers(0, seed=self.seed)
