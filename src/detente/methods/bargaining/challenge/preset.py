"""What a reading of the challenge model has to decide."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Preset:
    """A reading of the challenge model, where its papers leave something open or do not give their own results.

    Attributes
    ----------
    key, order, title
        Short name in code and JSON, place in lists, what to call it.
    meaning
        What sets it apart, in one plain sentence that stands beside every result.
    references
        Keys of ``docs/references.bib``.
    over_all_pairs
        Whether the chance to prevail divides by the votes over all pairs of positions, rather than over the one pair.
    risky_votes
        Whether a voter's appetite for risk bends its votes.
    own_eyes
        Whether an actor reckons what its challenger expects with its own appetite for risk.
    confrontation_first
        Whether an actor gives way in a confrontation before it looks at compromises, rather than taking whatever
        moves it least; among compromises it then takes that of the challenger who expects most.
    blends
        Whether a challenge that somebody gives way to moves both sides: everybody comes to the mean of its own position
        and of those of all whom it gives way to or who give way to it, each weighted by capability times salience.
    """

    key: str
    order: int
    title: str
    meaning: str
    references: tuple[str, ...]
    over_all_pairs: bool
    risky_votes: bool
    own_eyes: bool
    confrontation_first: bool
    blends: bool = False
