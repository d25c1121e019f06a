"""What a caller may ask of the settlement lens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from detente.lenses.asking import refuse_all_but_numbers, refuse_all_but_texts, refuse_all_but_truths


@dataclass(frozen=True, slots=True)
class SettlementOptions:
    """How often to draw, and how much to list.

    Attributes
    ----------
    draws, seed
        How many draws of uncertain numbers, and the seed of the random numbers.
    max_packages
        Above this number, lists of packages hold the first ones.
    challenge
        The reading of the challenge model to lead with; the first one where none is named.
    exchanges
        Whether swaps of support are looked for.
    progress
        Called with how much work was done.

    Raises
    ------
    TypeError
        If one is of another kind.
    AskError
        If a number is too small.
    """

    draws: int = 4096
    seed: int = 1
    max_packages: int = 200
    challenge: str | None = None
    exchanges: bool = True
    progress: Callable[[int], None] | None = None

    def __post_init__(self) -> None:
        refuse_all_but_numbers(1, draws=self.draws, max_packages=self.max_packages)
        refuse_all_but_numbers(0, seed=self.seed)
        refuse_all_but_texts(challenge=self.challenge)
        refuse_all_but_truths(exchanges=self.exchanges)
