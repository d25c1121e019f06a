"""The chronicle lens answers where things stand."""

from detente.findings import Part
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.lens import Lens

LENS = Lens(
    key="chronicle",
    order=10,
    question="Where do things stand?",
    part=Part.STANDS,
    document="detente.situation/1",
    sections=(
        "sources",
        "actors",
        "events",
        "disclosures",
        "episodes",
        "formats",
        "issues",
        "positions",
        "commitments",
        "relations",
        "measures",
        "steps",
        "terms",
        "tensions",
        "conclusions",
        "forecasts",
    ),
    applies=lambda _case: True,
    options=ChronicleOptions,
    command="show",
)
