"""The settlement lens answers what both sides could take, and what opens the door to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Part
from detente.lenses.lens import Lens
from detente.lenses.settlement.options import SettlementOptions

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from detente.lenses.verdicts import Verdict
    from detente.study import Moment


def _verdict(moment: Moment) -> Hashable:
    """Return what the lens says of a moment in short: the packages both sides could take, where compromises lie."""
    from detente.lenses.settlement.verdict import verdict  # which needs arrays, as not every look at a case does

    return verdict(moment)


def _verdicts(moment: Moment) -> Iterable[Verdict]:
    """Return the same one by one."""
    from detente.lenses.settlement.verdicts import verdicts

    return verdicts(moment)


def _holds(moment: Moment) -> bool:
    """Whether packages can be weighed at a moment; in a case without a settlement, whether positions have numbers."""
    if moment.written.settlement is not None:
        return moment.case.settlement is not None
    held = moment.situation.positions.values()
    return any(each.counts.value is not None for by_issue in held for each in by_issue.values())


LENS = Lens(
    key="settlement",
    order=40,
    question="What could both sides take?",
    part=Part.DEAL,
    document="detente.settlement/1",
    sections=("settlement", "issues", "positions", "capabilities", "conflict"),
    applies=lambda case: case.settlement is not None or any(position.value is not None for position in case.positions),
    options=SettlementOptions,
    wants="write 'settlement:', or positions with a number as their 'value:'",
    command="settle",
    verdict=_verdict,
    verdicts=_verdicts,
    holds=_holds,
)
