"""The roadmap lens answers what would settle it and when: what has to happen first, and when it could be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Part
from detente.lenses.lens import Lens
from detente.lenses.roadmap.options import RoadmapOptions

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from detente.lenses.verdicts import Verdict
    from detente.study import Moment


def _verdict(moment: Moment) -> Hashable:
    """Return what the lens says of a moment in short: the paths and their days."""
    from detente.lenses.roadmap.verdict import verdict  # which needs arrays, as not every look at a case does

    return verdict(moment)


def _verdicts(moment: Moment) -> Iterable[Verdict]:
    """Return the same one by one."""
    from detente.lenses.roadmap.verdicts import verdicts

    return verdicts(moment)


LENS = Lens(
    key="roadmap",
    order=30,
    question="What would settle it, and when?",
    part=Part.ROAD,
    document="detente.roadmap/1",
    sections=("roadmap", "steps"),
    applies=lambda case: case.roadmap is not None and case.roadmap.goal is not None,
    options=RoadmapOptions,
    wants="say which step is the goal: write 'roadmap: {goal: …}' with the id of a step",
    verdict=_verdict,
    verdicts=_verdicts,
)
