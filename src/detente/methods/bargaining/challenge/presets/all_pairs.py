"""The reading that comes closest to the printed results."""

from __future__ import annotations

from detente.methods.bargaining.challenge.preset import Preset

PRESET = Preset(
    key="all-pairs",
    order=10,
    title="Votes over all pairs",
    meaning="The chance to prevail divides by the votes over all pairs of positions: not what the equations say, but "
    "what comes closest to the results printed with them.",
    references=("ScholzCalbertSmith2011", "BuenodeMesquita1994"),
    over_all_pairs=True,
    risky_votes=True,
    own_eyes=True,
    confrontation_first=True,
)
