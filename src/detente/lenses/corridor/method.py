"""How the numbers of the corridor come about, and what they take for granted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Method, Statement

if TYPE_CHECKING:
    from detente.lenses.corridor.options import CorridorOptions
    from detente.lenses.corridor.seen import Seen

_REFERENCES = ("Yen1971", "JourquinBeuthe1996", "BenAkivaLerman1985", "Jourquin2016", "Owen1998")

_FORMULA = (
    "A way costs what its kilometres, borders, regimes, transfers and premiums cost, plus its hours and their "
    "uncertainty at the value of time. The dearer a way is beside the others, the less of the cargo takes it: first "
    "cargo spreads over corridors, then over the means of transport in each."
)

ASSUMPTIONS = (
    Statement("The uncertain numbers vary independently of each other.", assumption="no source links them"),
    Statement("The tonnages stay what they are, whatever opens.", assumption="nothing is said of new trade"),
    Statement("Delays on a way add up, as if all came together.", assumption="no source says how they go together"),
)


def method(world: Seen, options: CorridorOptions) -> Method:
    """Return how cargo is spread over ways, and how often that was tried."""
    ways = len(world.model.choice.flow)
    return Method(
        "Nested logit over the cheapest ways",
        "the same trials in all worlds",
        (
            ("Ways", f"{ways:,}, for {len(world.model.flows)} flows"),
            ("Worlds", str(len(world.model.worlds))),
            ("Trials", f"{options.draws:,}, from a scrambled Sobol sequence"),
        ),
        exact=False,
        seed=options.seed,
        references=_REFERENCES,
        formula=_FORMULA,
    )
