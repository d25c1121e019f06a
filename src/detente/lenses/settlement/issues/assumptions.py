"""Assumptions: what the models of an issue take for granted where no source says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.position import Capability, Position
from detente.case.settlement import Party
from detente.findings import Statement
from detente.lenses.evidence import say
from detente.lenses.settlement.issues.tables import actors
from detente.lenses.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.settlement.issues.reading import Reading
    from detente.situation import Situation


def assumptions(situation: Situation, reading: Reading) -> Iterator[Statement]:
    """Yield every assumption that the models of an issue use."""
    yield from _unstated(situation, reading)
    for stake in reading.model.stakes:
        for claim in stake.claims:
            if claim.assumption:
                yield say(f"{_WHAT[type(claim)]} of {situation.names[stake.actor]}.", claim)
    if reading.model.inputs.open.size:
        yield Statement(
            "Numbers in doubt are drawn independently, each value between its bounds alike or rising to the most "
            "likely one.",
            assumption="no source links them",
        )
    yield Statement(
        f"The challenge model is read as “{reading.preset.title.lower()}”. {reading.preset.meaning}",
        assumption="its papers leave it open",
    )
    if reading.model.knows_no_deal:
        yield Statement(
            "What each has without a deal counts on this issue alone; utility is 1 at its own position and 0 a full "
            "length of the scale away.",
            assumption="the case states it for all issues together",
        )


_WHAT = {Position: "Place on the scale and salience", Capability: "Capability", Party: "Alternative to a deal"}
"""What the numbers of a claim say."""


def _unstated(situation: Situation, reading: Reading) -> Iterator[Statement]:
    everybody = reading.model.stakes
    cares = [stake for stake in everybody if not stake.salience_stated]
    able = [stake for stake in everybody if not stake.capability_stated]
    if len(cares) == len(everybody):
        yield Statement("Equal salience.", assumption="none is stated")
    elif cares:
        yield Statement(f"Salience between 0 and 1: {listed(actors(situation, cares))}.", assumption="none is stated")
    if len(able) == len(everybody):
        yield Statement("Equal capabilities.", assumption="none is stated")
    elif able:
        yield Statement(
            f"Capability between the lowest and the highest stated: {listed(actors(situation, able))}.",
            assumption="none is stated",
        )
