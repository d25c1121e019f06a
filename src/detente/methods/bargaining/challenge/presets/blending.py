"""The reading in which nobody goes over wholly: those who bargain meet at the mean of their positions."""

from __future__ import annotations

from detente.methods.bargaining.challenge.preset import Preset

PRESET = Preset(
    key="blending",
    order=30,
    title="Blending",
    meaning="Expectations are those of “votes over all pairs”, but nobody goes over wholly: whoever gives way and "
    "whoever is given way to move to the mean of the positions in question, weighted by capability times salience.",
    references=("BuenodeMesquita2009", "ScholzCalbertSmith2011", "BuenodeMesquita1994"),
    over_all_pairs=True,
    risky_votes=True,
    own_eyes=True,
    confrontation_first=True,
    blends=True,
)
