"""The conflict lens answers why the dispute is stuck, by the Graph Model for Conflict Resolution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Part
from detente.lenses.conflict.options import ConflictOptions
from detente.lenses.lens import Lens

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from detente.lenses.verdicts import Verdict
    from detente.study import Moment


def _verdict(moment: Moment) -> Hashable:
    """Return what the lens says of a moment in short: which states hold."""
    from detente.lenses.conflict.verdict import verdict  # which needs arrays, as not every look at a case does

    return verdict(moment)


def _verdicts(moment: Moment) -> Iterable[Verdict]:
    """Return the same one by one."""
    from detente.lenses.conflict.verdicts import verdicts

    return verdicts(moment)


LENS = Lens(
    key="conflict",
    order=20,
    question="Why is it stuck?",
    part=Part.STUCK,
    document="detente.conflict/1",
    sections=("conflict",),
    applies=lambda case: case.conflict is not None,
    options=ConflictOptions,
    wants="write 'conflict:' with decision makers, options and preferences",
    verdict=_verdict,
    verdicts=_verdicts,
)
