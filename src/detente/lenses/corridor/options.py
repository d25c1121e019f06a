"""What a caller may ask of the corridor lens."""

from __future__ import annotations

from dataclasses import dataclass

from detente.lenses.asking import refuse_all_but_numbers, refuse_all_but_truths


@dataclass(frozen=True, slots=True)
class CorridorOptions:
    """How often to draw, and whether routes may come from an earlier run.

    Attributes
    ----------
    draws, seed
        How many draws of uncertain numbers, and the seed of the random numbers.
    cache
        Whether the routes to choose among are kept in the user's cache folder, and taken from there.

    Raises
    ------
    TypeError
        If one is of another kind.
    AskError
        If a number is too small.
    """

    draws: int = 512
    seed: int = 1
    cache: bool = True

    def __post_init__(self) -> None:
        refuse_all_but_numbers(1, draws=self.draws)
        refuse_all_but_numbers(0, seed=self.seed)
        refuse_all_but_truths(cache=self.cache)
