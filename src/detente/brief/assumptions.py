"""Assumptions: those that answers hang on most, of all lenses together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

from detente.brief.numbers import Number, condition_of, numbers
from detente.brief.resting import lasting
from detente.brief.ways import paths
from detente.findings import Column, Finding, Method, Part, Row, Statement, Table
from detente.lenses.evidence import evidence
from detente.lenses.wording import counted, sentence
from detente.units import quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from detente.brief.matter import Matter
    from detente.case.citation import Claim
    from detente.case.step import Step

_MOST = 5
_SHOWN = 2
_COLUMNS = (Column("assumed", "What is assumed"), Column("hangs", "What hangs on it"))
_FORMULA = (
    "First come numbers that decide, at an end of their range and all others in their middle, whether anything is "
    "acceptable to all. Then come lengths of steps on which the soonest day of the goal hangs, the longest first. Then "
    "come the numbers that most move what the side that gains least can gain. Numbers of one reason count together."
)


@dataclass(frozen=True, slots=True)
class Weighty:
    """An assumption that an answer hangs on.

    Attributes
    ----------
    what
        What is assumed.
    hangs
        What hangs on it.
    claim
        The record that gives the reason.
    """

    what: str
    hangs: str
    claim: Claim


def assumptions(matter: Matter) -> Finding | None:
    """Return the assumptions that answers hang on most; ``None`` where none is known to move anything."""
    found = list(_by_reason(_weighty(matter)).values())
    if not found:
        return None
    first = found[0][0]
    rows = tuple(_row(each) for each in found[:_MOST])
    return Finding(
        "Assumptions that matter most",
        f"Of all that is assumed, most hangs on this: {first.what}.",
        tables=(Table("assumptions", "What is assumed, and what hangs on it", _COLUMNS, rows, shown=_SHOWN),),
        method=Method("One assumption at a time", formula=_FORMULA),
        because=tuple(
            Statement(sentence(each.what), evidence(each.claim.cites), assumption=each.claim.assumption or "")
            for each, *_ in found[:_MOST]
        ),
        part=Part.DOUBT,
        lens="brief",
        id="assumptions",
    )


def _by_reason(weighty: Iterable[Weighty]) -> Mapping[str, list[Weighty]]:
    """Return assumptions by their reason, those of one reason together, in the order of the first of each."""
    found: dict[str, list[Weighty]] = {}
    for each in weighty:
        alike = found.setdefault(each.claim.assumption or "", [])
        if each.what not in [other.what for other in alike]:
            alike.append(each)
    return found


def _row(alike: list[Weighty]) -> Row:
    first, *others = alike
    more = f", and {counted(len(others), 'more number')}" if others else ""
    return Row((sentence(f"{first.what}{more}"), sentence(first.hangs)))


def _weighty(matter: Matter) -> Iterator[Weighty]:
    """Yield the assumptions that move something, those that move most first."""
    known = [(each, claim) for each in numbers(matter) if (claim := _claim(matter, each)) is not None]
    deciding = [(each, claim) for each, claim in known if each.shuts or each.opens]
    yield from (Weighty(each.what, each.does, claim) for each, claim in deciding)
    yield from _days(matter)
    moving = sorted((pair for pair in known if pair[0].span), key=lambda pair: -pair[0].span)
    yield from (Weighty(each.what, _moves(each), claim) for each, claim in moving)


def _moves(number: Number) -> str:
    """Return between what ends a number moves what the side that gains least can gain."""
    low, high = sorted(round(end.slack, 2) for end in (number.bar.low, number.bar.high))
    return f"the gain of the side that gains least: {quantity(low, high, None)}"


def _claim(matter: Matter, number: Number) -> Claim | None:
    """Return the record that gives the reason for a number; ``None`` where none is given."""
    case, bar = matter.case, number.bar
    party = next(
        (each for each in (case.settlement.parties if case.settlement else ()) if each.actor == bar.actor), None
    )
    claim = condition_of(matter, bar) if bar.kind == "condition" else party
    return claim if claim is not None and claim.assumption else None


def _days(matter: Matter) -> Iterator[Weighty]:
    """Yield the steps of assumed length on which the soonest day of the goal hangs, the longest first."""
    road = matter.road
    soonest = paths(matter, road)[0] if road is not None and road.paths else None
    if road is None or soonest is None or not isfinite(soonest.earliest):
        return
    goal = matter.speech.label(road.model.steps[road.goal].name)
    for step in lasting(road, soonest):
        what = f"how long this takes: {matter.speech.label(step.name)} ({_long(step)})"
        yield Weighty(what, f"the soonest day of this, day by day: {goal}", step)


def _long(step: Step) -> str:
    length = step.duration
    return quantity(length.low, length.high, "days") if length is not None else ""
