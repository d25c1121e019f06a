"""What to find out: the uncertain numbers that what can be had hangs on most, each at its two ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Finding, Method, Row, Table
from detente.lenses.settlement.packages.stated import worth
from detente.lenses.settlement.packages.words import gains_words, input_name, number, party_name
from detente.lenses.wording import sentence, whose

if TYPE_CHECKING:
    from detente.lenses.settlement.packages.analysis import Analysis, Uncertainty
    from detente.methods.bargaining.packages.tornado import Solution, Swing
    from detente.models.settlement.model import Input

_COLUMNS = (
    Column("input", "Not known exactly"),
    Column("low", "If it is as low as it may be"),
    Column("high", "If it is as high as it may be"),
)
_MOST = 3
_NOTHING = "No uncertain number by itself changes what the side that gains least has from the best"
_FORMULA = (
    "Each uncertain number is set to the lower and to the upper end of its range, all others to their middle. The best "
    "package for the side that gains least is chosen anew each time. First come numbers that decide whether somebody "
    "blocks every package, then those that move most what the side that gains least has."
)


def find_out(analysis: Analysis) -> Finding | None:
    """Return which uncertain numbers matter most; ``None`` where there are none that could be tried."""
    now = analysis.feasible.uncertainty if analysis.feasible else None
    uncertainty = now or analysis.uncertainty
    if uncertainty is None or not uncertainty.swings:
        return None
    swings = [swing for swing in uncertainty.swings if swing.span]
    swings.sort(key=lambda swing: (not _decides(swing, uncertainty), -swing.span))
    among = " possible now" if now else ""
    rows = tuple(_row(analysis, swing) for swing in swings[:_MOST])
    caption = f"What the side that gains least has from the best package{among}, in the model's units of worth"
    return Finding(
        "What to find out",
        _headline(analysis, uncertainty, swings[0], among)
        if swings
        else f"{_NOTHING}{among and f' of what is{among}'}.",
        tables=(Table("find-out", caption, _COLUMNS, rows),) if rows else (),
        method=Method("One number at a time", formula=_FORMULA),
        because=tuple(worth(analysis, party) for party in analysis.model.outline.parties),
        id="packages-find-out",
    )


def _decides(swing: Swing, uncertainty: Uncertainty) -> bool:
    """Return whether a number opens or closes the door at one of its ends."""
    return any(end.is_open != uncertainty.middle.is_open for end in (swing.low, swing.high))


def _headline(analysis: Analysis, uncertainty: Uncertainty, swing: Swing, among: str) -> str:
    given = analysis.model.inputs[swing.place]
    name = input_name(analysis, given)
    if given.stated is not None and given.stated.condition.why:  # which the table tells
        name = f"how much one of {whose(party_name(analysis, given.party))} conditions weighs"
    if _decides(swing, uncertainty):
        end = "bottom" if swing.low.is_open != uncertainty.middle.is_open else "top"
        who = "somebody blocks every package" if uncertainty.middle.is_open else "nobody blocks some package"
        return f"Find out first {name}: at the {end} of its range, {who}{among}."
    return f"No single number decides; most hangs on {name}."


def _row(analysis: Analysis, swing: Swing) -> Row:
    given = analysis.model.inputs[swing.place]
    ends = ((given.value.low, swing.low), (given.value.high, swing.high))
    return Row((sentence(_name(analysis, given)).rstrip("."), *(_end(value, end) for value, end in ends)))


def _name(analysis: Analysis, given: Input) -> str:
    """Return what an uncertain number says; of a condition the reason in words, where the case gives one."""
    if given.stated is None or not given.stated.condition.why:
        return input_name(analysis, given)
    return f"how much this matters to {party_name(analysis, given.party)}: {given.stated.condition.why}"


def _end(value: float, end: Solution) -> str:
    """Return what comes out with a number at an end: what is left to whoever gains least, or that all is blocked."""
    blocked = "" if end.is_open else ": somebody blocks every package"
    return f"{gains_words(end.slack)} (at {_short(value)}){blocked}"


def _short(value: float) -> str:
    """Return a stated number without noughts that say nothing."""
    text = number(value)
    return text.rstrip("0").rstrip(".") if "." in text and "e" not in text else text
