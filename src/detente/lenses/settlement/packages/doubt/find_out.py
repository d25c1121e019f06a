"""What to find out: the uncertain numbers that what can be had hangs on most, each at its two ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Finding, Method, Row, Table
from detente.lenses.settlement.packages.stated import worth
from detente.lenses.settlement.packages.words import SHOWN, gains_words, input_name, number
from detente.lenses.wording import sentence

if TYPE_CHECKING:
    from detente.lenses.settlement.packages.analysis import Analysis, Uncertainty
    from detente.methods.bargaining.packages.tornado import Solution, Swing
    from detente.models.settlement.model import Input

_COLUMNS = (
    Column("input", "Not known exactly"),
    Column("low", "Where it is least, whoever gains least"),
    Column("high", "Where it is most, whoever gains least"),
)
_FORMULA = (
    "Each uncertain number is set to the lower and to the upper end of its range, all others to their middle. The best "
    "package for whoever gains least is chosen anew each time. First come numbers that decide whether somebody blocks "
    "every package, then those that move most what whoever gains least has."
)


def find_out(analysis: Analysis) -> Finding | None:
    """Return which uncertain numbers matter most; ``None`` where there are none that could be tried."""
    now = analysis.feasible.uncertainty if analysis.feasible else None
    uncertainty = now or analysis.uncertainty
    if uncertainty is None or not uncertainty.swings:
        return None
    swings = sorted(uncertainty.swings, key=lambda swing: (not _decides(swing, uncertainty), -swing.span))
    given = [analysis.model.inputs[swing.place] for swing in swings]
    among = " of those possible now" if now else ""
    rows = tuple(_row(analysis, each, swing) for each, swing in list(zip(given, swings, strict=True))[:SHOWN])
    parties = dict.fromkeys(each.party.actor for each in given[:SHOWN])
    return Finding(
        "What to find out",
        _headline(analysis, uncertainty, (given[0], swings[0]), now="now" if now else ""),
        tables=(Table("find-out", f"What whoever gains least has from the best package{among}", _COLUMNS, rows),),
        method=Method("One number at a time", "", formula=_FORMULA),
        because=tuple(worth(analysis, party) for party in analysis.model.outline.parties if party.actor in parties),
        id="packages-find-out",
    )


def _decides(swing: Swing, uncertainty: Uncertainty) -> bool:
    """Return whether a number opens or closes the door at one of its ends."""
    return any(end.is_open != uncertainty.middle.is_open for end in (swing.low, swing.high))


def _headline(analysis: Analysis, uncertainty: Uncertainty, first: tuple[Input, Swing], *, now: str) -> str:
    given, swing = first
    name, among = input_name(analysis, given), " possible now" if now else ""
    if _decides(swing, uncertainty):
        end = "bottom" if swing.low.is_open != uncertainty.middle.is_open else "top"
        who = "somebody blocks every package" if uncertainty.middle.is_open else "nobody blocks some package"
        return f"Find out first {name}: at the {end} of its range, {who}{among}."
    if not swing.span:
        return f"No single uncertain number changes the answer{' for what is possible now' if now else ''}."
    return f"No single number decides; most hangs on {name}."


def _row(analysis: Analysis, given: Input, swing: Swing) -> Row:
    ends = ((given.value.low, swing.low), (given.value.high, swing.high))
    return Row((sentence(input_name(analysis, given)).rstrip("."), *(_end(value, end) for value, end in ends)))


def _end(value: float, end: Solution) -> str:
    """Return what comes out with a number at an end: what is left to whoever gains least, or that all is blocked."""
    blocked = "" if end.is_open else ": somebody blocks every package"
    return f"at {number(value)} {gains_words(end.slack)}{blocked}"
