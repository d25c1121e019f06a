"""When readings hold, worked out the slow way from the definitions alone.

A case is plain data, as its file writes it. Nothing of Detente is imported but the reading of one date as an interval
of days, which has tests of its own.

How what the definitions leave open is read here
------------------------------------------------
Each bound by itself
    A reading's ``from`` is its own, else that of the record it stands in, else the section's, else the day the case was
    made; its ``to`` likewise, else there is none. An option with a ``from`` of its own still ends with its section.
The very date
    What is dated by the very date asked about, however vague, has begun and has not ended: that of the header, too.
Through and until
    A ``to`` that is a date counts to the end of that day; ``event:`` and ``step:`` end what held until then.
An event or a step
    ``from: event:E`` holds once E has happened, ``from: step:S`` once S is met, as ``show`` says of both.
What somebody knows
    An event happened by the information lock, however vaguely it is dated.
One date
    Undecided readings go together where what is not known is the same: whether one date, as written, has come, and for
    an end, whether it is past. A way is possible if, on one of the days it may be, every date may lie where it has it.
What can be asked
    A conflict in which nobody's options hold, or nobody's wishes though somebody has some, says nothing of the day; nor
    does a settlement without a party, or a roadmap that does not hold and of which no step's requirement does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import Any, NamedTuple

from detente.dates import Interval, parse_edtf

Case = Mapping[str, Any]
Path = tuple[str | int, ...]
TRUE, FALSE, OPEN = "true", "false", "undetermined"
_FAR = Interval(None, None)


class Reading(NamedTuple):
    """Something that holds of a time: where it stands, and what may date it, the narrowest first."""

    path: Path
    chain: tuple[Case, ...]


@dataclass(frozen=True)
class Day:
    """A case asked about a day."""

    case: Case
    asked: str

    @property
    def interval(self) -> Interval:
        """The days that it may be."""
        return days(self.asked)

    def reached(self, when: Any) -> str:
        """Return whether a date, an event or a step has come about by the day."""
        kind, anchor = anchored(when)
        if kind == "step":
            return self.met(anchor)
        return TRUE if self._is_the(when) else _by(self.resolved(when), self.interval)

    def ended(self, when: Any) -> str:
        """Return whether what holds until then has ended."""
        if anchored(when)[0]:
            return self.reached(when)
        return FALSE if self._is_the(when) else _not(_by(self.interval, self.resolved(when)))

    def _is_the(self, when: Any) -> bool:
        """Return whether a date is the one asked about, however vague both are."""
        return isinstance(when, str) and not anchored(when)[0] and days(when) == self.interval

    def resolved(self, when: Any) -> Interval:
        """Return the days that a date may be."""
        kind, anchor = anchored(when)
        if kind == "event":
            return self.event(anchor)
        if isinstance(when, Mapping):
            return _counted(when, self.event(when.get("before") or when["after"]))
        return days(when)

    def event(self, name: str) -> Interval:
        """Return the days on which an event may have happened: none later than what the case knows."""
        found = next(event for event in self.case["events"] if event["id"] == name)
        interval, lock = self.resolved(found["date"]), self.case["case"].get("known_until")
        last = days(lock).latest if lock else None
        if last is None or (interval.latest is not None and interval.latest <= last):
            return interval
        return Interval(interval.earliest, last)

    def met(self, name: str) -> str:
        """Return whether a step is met by the day, as the situation says it."""
        step = next(step for step in self.case["steps"] if step["id"] == name)
        planned = step.get("date")
        if step.get("status") == "met":
            come = OPEN if planned is None else _by(days(planned), self.interval)
            return TRUE if come == OPEN and self.is_own_or_later else come
        if self.is_known:
            return FALSE
        return FALSE if planned is not None and _by(days(planned), self.interval) == FALSE else OPEN

    @property
    def is_own_or_later(self) -> bool:
        """Whether it is the day the case was made, or later."""
        own = days(self.case["case"]["as_of"])
        return own == self.interval or _by(own, self.interval) == TRUE

    @property
    def is_known(self) -> bool:
        """Whether the day lies within what the case knows."""
        header = self.case["case"]
        stated = [days(header[key]) for key in ("as_of", "known_until") if key in header]
        return any(_by(self.interval, Interval(span.latest, span.latest)) == TRUE for span in stated)


def days(text: Any) -> Interval:
    """Return the days that a date may be."""
    return parse_edtf(str(text)).interval


def anchored(when: Any) -> tuple[str, str]:
    """Return ``event`` or ``step`` and its id, where a bound is written so."""
    kind, colon, anchor = when.partition(":") if isinstance(when, str) else ("", "", "")
    return (kind, anchor) if colon else ("", "")


def _by(first: Interval, second: Interval) -> str:
    """Return whether one day lies on or before another, from every pair of days that they may be."""
    if first.latest is not None and second.earliest is not None and first.latest <= second.earliest:
        return TRUE
    return (
        FALSE if first.earliest is not None and second.latest is not None and first.earliest > second.latest else OPEN
    )


def _not(truth: str) -> str:
    return {TRUE: FALSE, FALSE: TRUE, OPEN: OPEN}[truth]


def _counted(when: Mapping[str, str], anchor: Interval) -> Interval:
    """Return the days so many days before or after others."""
    sign = -1 if "before" in when else 1
    if "by" not in when:
        if sign < 0:
            return Interval(None, _moved(anchor.latest, -1))
        return Interval(_moved(anchor.earliest, 1), None)
    far = sign * int(when["by"].split()[0])
    return Interval(_moved(anchor.earliest, far), _moved(anchor.latest, far))


def _moved(day: date | None, far: int) -> date | None:
    return None if day is None else day + timedelta(days=far)


def bound(reading: Reading, key: str) -> Any:
    """Return what the narrowest record says that says anything, or nothing."""
    return next((record[key] for record in reading.chain if record.get(key) is not None), None)


def holds(day: Day, reading: Reading) -> str:
    """Return whether a reading holds on a day."""
    start, end = bound(reading, "from"), bound(reading, "to")
    begun = day.reached(start) if start is not None else day.reached(day.case["case"]["as_of"])
    if start is None and day.is_own_or_later:
        begun = TRUE
    ended = FALSE if end is None else day.ended(end)
    if FALSE in (begun, _not(ended)):
        return FALSE
    return TRUE if (begun, ended) == (TRUE, FALSE) else OPEN


def readings(case: Case) -> Iterator[Reading]:
    """Yield every reading of a case."""
    for number, held in enumerate(case.get("capabilities", ())):
        yield Reading(("capabilities", number), (held,))
    if conflict := case.get("conflict"):
        yield from _of_conflict(conflict)
    if settlement := case.get("settlement"):
        yield from _of_settlement(settlement)
    if "roadmap" in case:
        yield Reading(("roadmap",), (case["roadmap"],))
    for number, step in enumerate(case.get("steps", ())):
        wider = ({"id": step["id"]}, case.get("roadmap") or {})
        yield from _requirements(("steps", number, "requires"), step.get("requires", ()), wider)


def _of_conflict(conflict: Case) -> Iterator[Reading]:
    for number, maker in enumerate(conflict["decision_makers"]):
        path, chain = ("conflict", "decision_makers", number), (maker, conflict)
        if {"weights", "ranking"} & set(maker.get("preferences") or ()):
            yield Reading(path, chain)
        yield from _listed((*path, "options"), maker.get("options", ()), chain)
        yield from _listed((*path, "red_lines"), maker.get("red_lines", ()), chain)
        statements = (maker.get("preferences") or {}).get("statements") or ()
        yield from _listed((*path, "preferences", "statements"), statements, chain)
    yield from _listed(("conflict", "infeasible"), conflict.get("infeasible", ()), (conflict,))


def _of_settlement(settlement: Case) -> Iterator[Reading]:
    for number, party in enumerate(settlement["parties"]):
        path, chain = ("settlement", "parties", number), (party, settlement)
        yield Reading(path, chain)
        yield from _listed((*path, "conditions"), party.get("conditions", ()), chain)
        yield from _listed((*path, "red_lines"), party.get("red_lines", ()), chain)


def _listed(path: Path, items: Any, wider: tuple[Case, ...]) -> Iterator[Reading]:
    for number, item in enumerate(items):
        own = (item, *wider) if isinstance(item, Mapping) else wider
        yield Reading((*path, number), own)


def _requirements(path: Path, items: Any, wider: tuple[Case, ...]) -> Iterator[Reading]:
    for reading in _listed(path, items, wider):
        item = reading.chain[0] if len(reading.chain) > len(wider) else {}
        if not {"any", "all"} & set(item):
            yield reading  # of a group, what is in it holds or not
        for group in ("any", "all"):
            yield from _requirements((*reading.path, group), item.get(group, ()), reading.chain)


Key = tuple[str, bool]
Way = frozenset[Key]
"""Which open dates have begun something, and which have ended something."""


class Question(NamedTuple):
    """Whether a date has come, on which it hangs whether a reading holds: that it begins or that it ends."""

    when: Any
    begins: bool

    @property
    def key(self) -> Key:
        """Return the same as plain text, so that the same questions are one."""
        return str(self.when), self.begins


def questions(day: Day, reading: Reading) -> list[Question]:
    """Return what is not known of a reading."""
    if holds(day, reading) != OPEN:
        return []
    start, end = bound(reading, "from"), bound(reading, "to")
    asked = []
    if start is None and not day.is_own_or_later:
        asked.append(Question(day.case["case"]["as_of"], True))
    if start is not None and day.reached(start) == OPEN:
        asked.append(Question(start, True))
    if end is not None and day.ended(end) == OPEN:
        asked.append(Question(end, False))
    return asked


BEFORE, ON, AFTER = -1, 0, 1


def ways(day: Day, among: list[Reading]) -> dict[Way, frozenset[Path]]:
    """Return what holds for every way in which the open dates may lie before, on or after every day it may be."""
    unsure = {reading.path: asked for reading in among if (asked := questions(day, reading))}
    sure = {reading.path for reading in among if holds(day, reading) == TRUE}
    whens = {str(question.when): question.when for asked in unsure.values() for question in asked}
    found: dict[Way, frozenset[Path]] = {}
    for moment in _days_that_differ(day, list(whens.values())):
        for places in product(*(_places(day, when, moment) for when in whens.values())):
            where = dict(zip(whens, places, strict=True))
            held = {path for path, asked in unsure.items() if all(_so(where, question) for question in asked)}
            said = frozenset(q.key for asked in unsure.values() for q in asked if _come(where, q))
            found[said] = frozenset(sure | held)
    return found


def _come(where: Mapping[str, int], question: Question) -> bool:
    place = where[str(question.when)]
    return place >= ON if question.begins or anchored(question.when)[0] else place == AFTER


def _so(where: Mapping[str, int], question: Question) -> bool:
    return _come(where, question) == question.begins


def _places(day: Day, when: Any, moment: date) -> list[int]:
    """Return where the day may lie, seen from a date: before it, on it, after it."""
    if anchored(when)[0] == "step":
        return [BEFORE, ON]
    span = day.resolved(when)
    found = [BEFORE] if span.latest is None or moment < span.latest else []
    found += [ON] if (span.earliest or moment) <= moment <= (span.latest or moment) else []
    return found + ([AFTER] if span.earliest is None or span.earliest < moment else [])


def _days_that_differ(day: Day, whens: list[Any]) -> list[date]:
    """Return the days asked about at which some date begins or stops being possible, and those beside them."""
    spans = [day.interval, *(day.resolved(when) for when in whens if anchored(when)[0] != "step")]
    ends = {end for span in spans for end in (span.earliest, span.latest) if end is not None}
    near = {end + timedelta(days=shift) for end in ends for shift in (-1, 0, 1)}
    asked = day.interval
    return sorted(one for one in near if (asked.earliest or one) <= one <= (asked.latest or one))
