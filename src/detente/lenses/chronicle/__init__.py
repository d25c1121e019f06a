"""The chronicle lens answers where things stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Part
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.lens import Lens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.lenses.verdicts import Verdict
    from detente.study import Moment


def _verdicts(moment: Moment) -> Iterable[Verdict]:
    """Return what can be said of each record."""
    from detente.lenses.chronicle.verdicts import verdicts

    return verdicts(moment)


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
    verdicts=_verdicts,
)
