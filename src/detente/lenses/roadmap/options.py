"""What a caller may ask of the roadmap lens."""

from __future__ import annotations

from dataclasses import dataclass


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
    """

    goal: str | None = None
    draws: int = 16_384
    seed: int = 1
    model: bool = False
