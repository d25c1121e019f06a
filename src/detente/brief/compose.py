"""Composition: a title, what it rests on, the sentences, and what to find out next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.brief.assumptions import assumptions
from detente.brief.matter import Matter
from detente.brief.sentences.gains import gains
from detente.brief.sentences.least_certain import least_certain
from detente.brief.sentences.rests_on import rests_on
from detente.brief.sentences.settles import settles
from detente.brief.sentences.stands import stands
from detente.brief.sentences.stuck import stuck
from detente.brief.sentences.title import title
from detente.brief.sentences.when import when
from detente.findings import Brief
from detente.lenses.settlement.options import SettlementOptions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.findings import Finding, Findings
    from detente.study import Moment

_NOTHING = "The case holds nothing at this date that says where it stands, why it is stuck, or what would settle it."


def asks(lens: str) -> Any:
    """Return what to ask a lens for a brief: as usual, but for shares of draws, which no sentence tells."""
    return SettlementOptions(draws=1) if lens == "settlement" else None


def gather(moment: Moment, findings: Iterable[Findings]) -> tuple[Finding, ...]:
    """Return what only several lenses together can say of a moment."""
    matter = Matter(moment, {each.lens: each for each in findings})
    found = assumptions(matter)
    return (found,) if found is not None else ()


def compose(moment: Moment, findings: Iterable[Findings]) -> Brief:
    """Return the brief of a case at a moment.

    Parameters
    ----------
    moment
        The case at its date: what to call things.
    findings
        What the lenses say of the moment; only the chapters that a sentence is made of are worked out.
    """
    matter = Matter(moment, {each.lens: each for each in findings})
    answers = (answer(matter) for answer in (stands, stuck, settles, when, gains))
    told = tuple(answer for answer in answers if answer is not None)
    rests = rests_on(matter) if told else f"{rests_on(matter)} {_NOTHING}"
    return Brief(title(matter), rests, told, least_certain(matter))
