"""Lost: sections of which no model is left, though nothing in them is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.naming import names
from detente.findings.sources import Missing
from detente.lenses.registry import shipped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from detente.case import Case
    from detente.case.conflict import DecisionMaker


def lost_sections(before: Case, left: Case, fell: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the sections that say too little now, and what they lack.

    A decision maker that wants nothing any more is no model of one that wanted something, and one party alone makes no
    deal. One that fell away itself is closed, and decides nothing.

    Parameters
    ----------
    before, left
        The case, and what is left of it.
    fell
        The ids of what fell away.
    """
    if before.conflict is not None and left.conflict is not None:
        wanted = {each.actor for each in before.conflict.decision_makers if _wants(each)}
        deciding = [each for each in left.conflict.decision_makers if f"conflict.{each.actor}" not in fell]
        idle = next((each.actor for each in deciding if each.actor in wanted and not _wants(each)), None)
        if idle is not None:
            yield "conflict", f"nothing is left of what “{names(before)[idle]}” wants"
        elif not deciding:
            yield "conflict", "nobody is left who decides"
    if before.settlement is not None and left.settlement is not None:
        own, kept = ({party.actor for party in each.settlement.parties} for each in (before, left) if each.settlement)
        if len(kept) < 2 <= len(own):
            yield "settlement", "fewer than two parties are left"


def lost_lenses(before: Case, left: Case, told: Collection[str]) -> Iterator[Missing]:
    """Yield the sections, but for some, in which a lens finds nothing any more."""
    for lens in shipped().values():
        section = lens.sections[0]
        if section not in told and lens.applies(before) and not lens.applies(left):
            yield Missing(section, "too little of it is left")


def _wants(maker: DecisionMaker) -> bool:
    wanted = maker.preferences
    return wanted is not None and bool(wanted.statements or wanted.weights or wanted.ranking)
