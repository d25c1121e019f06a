"""Words: how the chronicle names things and joins them into sentences."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.dates import RelativeDate, Truth
from detente.dates.words import plain_date, plain_day, plain_month
from detente.units import quantity

if TYPE_CHECKING:
    from detente.case.citation import Claim
    from detente.case.value import Value
    from detente.dates import Interval, PartialDate
    from detente.findings import Table
    from detente.situation import Situation

TRUTHS = {Truth.TRUE: "yes", Truth.FALSE: "no", Truth.UNDETERMINED: "cannot be said"}


def happened(situation: Situation, when: PartialDate | RelativeDate | None, claim: Claim | None = None) -> str:
    """Return the date of what the case has as happened: as its source states it, a relative one up to the lock."""
    return _dated(situation, when, claim, None if when is None else situation.calendar.happened(when))


def dated(situation: Situation, when: PartialDate | RelativeDate | None, claim: Claim | None = None) -> str:
    """Return a date, be it of a plan or not, as its source states it; a relative one with the days it comes to.

    What it is counted from is not named before that has happened. Where the ``claim`` that it dates is an inference,
    or that from which it is counted, so is the date, and says so.
    """
    return _dated(situation, when, claim, None if when is None else situation.calendar.of(when))


def _dated(
    situation: Situation, when: PartialDate | RelativeDate | None, claim: Claim | None, days: Interval | None
) -> str:
    if when is None:
        return ""
    claims: list[Claim | None] = [claim]
    words = str(when)
    if isinstance(when, RelativeDate):
        claims += [event for event in situation.case.events if event.id == when.anchor]
        words = f"{days} ({_counted(situation, when)})"
    return remarked(words, "inferred") if any(each and each.certainty == "inference" for each in claims) else words


def _counted(situation: Situation, when: RelativeDate) -> str:
    """Return from what a relative date is counted, as far as that is known at the date."""
    event = situation.events.get(when.anchor)
    if event is not None and event.happened is not Truth.TRUE:
        return "counted from something later"
    far = "the day of" if when.is_anchor else f"{when.by} {when.direction}" if when.by else when.direction
    return f"{far} “{situation.names.get(when.anchor, when.anchor)}”"


def plainly(situation: Situation, when: PartialDate | RelativeDate | None, claim: Claim | None = None) -> str:
    """Return in words when something happened; a date that is counted from another one as the days it comes to.

    Where all that is known are bounds, no day is made of them.
    """
    words = happened(situation, when, claim)
    if isinstance(when, RelativeDate):
        days = _counted_days(situation, when)
    else:
        days = "" if when is None else _open_stretch(situation, when)
    if not days:
        return plain_date(words).replace(") (", "; ")
    return remarked(days, "inferred") if words.endswith("inferred)") else days


def _counted_days(situation: Situation, when: RelativeDate) -> str:
    """Return in words the days that a date comes to which is counted from another one."""
    days = situation.calendar.happened(when)
    begun, ended = days.earliest, days.latest
    if when.by is not None or begun is None or ended is None or begun == ended:
        return plain_date(str(days))
    if situation.calendar.anchors[when.anchor].is_day:
        return f"{plain_day(begun)} or later"
    if begun.year == ended.year:
        return f"{begun.year}, day not given"
    return f"{plain_month(begun)} – {plain_month(ended)}, day not given"


def _open_stretch(situation: Situation, when: PartialDate) -> str:
    """Return in words a stretch that ends on the very day up to which the case knows things; else ``""``."""
    first, _, last = str(when).partition("/")
    begun, lock = plain_date(first), situation.calendar.lock
    if not last or first in ("", "..") or last != str(lock):
        return ""
    sure = begun.removesuffix(" (uncertain)")
    return f"{sure} or later" if sure == begun else f"{sure} or later (uncertain)"


def stretch(
    situation: Situation, begun: PartialDate | RelativeDate | None, ended: PartialDate | RelativeDate | None
) -> str:
    """Return a stretch of time as its source states it: its beginning, its end, or both."""
    first, last = dated(situation, begun), dated(situation, ended)
    plain = not any(set(text) & set("/ ") for text in (first, last))
    if first and last:
        return f"{first}/{last}" if plain else f"{plain_date(first)} to {plain_date(last)}"
    return f"until {plain_date(last)}" if last else first


def lasting(
    situation: Situation, begun: PartialDate | RelativeDate | None, ended: PartialDate | RelativeDate | None
) -> str:
    """Return a stretch of time in words: "since March 2020", "March 2020 – June 2024"."""
    words = plain_date(stretch(situation, begun, ended))
    return f"since {words}" if begun is not None and ended is None else words


def held(words: str, claim: Claim) -> str:
    """Return what a part of a record says, with how its source holds it."""
    remarks = [str(claim.certainty)] if claim.certainty else []
    remarks += [f"“{claim.hedge}”"] if claim.hedge else []
    return remarked(words, "; ".join(remarks)) if remarks else words


def remarked(words: str, remark: str) -> str:
    """Return words with a remark in brackets, within those that they may end with."""
    if remark.endswith(")"):  # no brackets within brackets
        remark = remark[:-1].replace(" (", "; ", 1)
    return f"{words[:-1]}; {remark})" if words.endswith(")") else f"{words} ({remark})"


def amount(value: Value | None, unit: str | None, comparator: str | None = None) -> str | None:
    """Return a number of the case as a reader writes it, with the most likely value where one is stated."""
    if value is None:
        return None
    likely = "" if value.mode is None else f", most likely {quantity(value.mode, value.mode, None)}"
    return quantity(value.low, value.high, unit, comparator=comparator) + likely


def filled(table: Table) -> Table:
    """Return a table without the columns in which no row has anything."""
    kept = [
        k for k in range(len(table.columns)) if not k or any(row.cells[k] not in (None, "", ()) for row in table.rows)
    ]
    if len(kept) == len(table.columns):
        return table
    rows = tuple(replace(row, cells=tuple(row.cells[k] for k in kept)) for row in table.rows)
    return replace(table, columns=tuple(table.columns[k] for k in kept), rows=rows)
