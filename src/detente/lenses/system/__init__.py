"""The system lens answers what holds the region as it is, what pushes it, and where a shock would lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Part
from detente.lenses.lens import Lens
from detente.lenses.system.options import SystemOptions

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from detente.lenses.verdicts import Verdict
    from detente.study import Moment


def _verdict(moment: Moment) -> Hashable:
    """Return what the lens says of a moment in short: the state of the region, and what is under pressure."""
    from detente.lenses.system.verdict import verdict  # which needs arrays, as not every look at a case does

    return verdict(moment)


def _verdicts(moment: Moment) -> Iterable[Verdict]:
    """Return the same one by one."""
    from detente.lenses.system.verdicts import verdicts

    return verdicts(moment)


LENS = Lens(
    key="system",
    order=25,
    question="What holds the region as it is, and what would move it?",
    part=Part.STUCK,
    document="detente.system/1",
    sections=("system",),
    applies=lambda case: case.system is not None and bool(case.system.descriptors),
    options=SystemOptions,
    wants="write 'system:' with descriptors and what each does to the others",
    verdict=_verdict,
    verdicts=_verdicts,
)
