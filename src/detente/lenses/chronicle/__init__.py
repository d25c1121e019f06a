"""The chronicle lens answers where things stand."""

from detente.findings import Part
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.lens import Lens

LENS = Lens(
    "chronicle",
    10,
    "Where do things stand?",
    Part.STANDS,
    "detente.situation/1",
    (
        "sources",
        "actors",
        "events",
        "formats",
        "issues",
        "positions",
        "commitments",
        "relations",
        "measures",
        "steps",
        "terms",
        "tensions",
        "forecasts",
    ),
    lambda _case: True,
    ChronicleOptions,
    command="show",
)
