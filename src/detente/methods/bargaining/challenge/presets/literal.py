"""The equations as they are printed, which do not give the results printed with them."""

from __future__ import annotations

from detente.methods.bargaining.challenge.preset import Preset

PRESET = Preset(
    key="literal",
    order=20,
    title="As the equations are printed",
    meaning="The chance to prevail divides by the votes on the two positions in question, as the equations say; they "
    "do not give the results printed with them.",
    references=("ScholzCalbertSmith2011", "BuenodeMesquita1994"),
    over_all_pairs=False,
    risky_votes=False,
    own_eyes=False,
    confrontation_first=False,
)
