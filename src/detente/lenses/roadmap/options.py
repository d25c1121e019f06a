"""What a caller may ask of the roadmap lens."""

from __future__ import annotations

from dataclasses import dataclass

from detente.lenses.asking import refuse_all_but_numbers, refuse_all_but_texts, refuse_all_but_truths


@dataclass(frozen=True, slots=True)
class RoadmapOptions:
    """Where to look, and how often to draw.

    Attributes
    ----------
    goal
        Id of the step to be reached; ``None`` for the case's own goal.
    draws, seed
        How many draws of uncertain durations, dates and chances, and the seed of the random numbers.
    model
        Whether the document holds the whole network as plain data, for exports.

    Raises
    ------
    TypeError
        If one is of another kind.
    AskError
        If a number is too small.
    """

    goal: str | None = None
    draws: int = 16_384
    seed: int = 1
    model: bool = False

    def __post_init__(self) -> None:
        refuse_all_but_texts(goal=self.goal)
        refuse_all_but_numbers(1, draws=self.draws)
        refuse_all_but_numbers(0, seed=self.seed)
        refuse_all_but_truths(model=self.model)
