"""The trail by which an event became known: who can have been first, and how long others took to confirm."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.case.disclosure import SAYING, Way
from detente.dates import Truth
from detente.findings import Result

if TYPE_CHECKING:
    from detente.case.disclosure import Disclosure
    from detente.dates import Interval
    from detente.situation import Situation

_CONFIRMING = ("announced", "confirmed", "readout")


@dataclass(frozen=True, slots=True)
class Later:
    """How long after the first word somebody bore it out.

    Attributes
    ----------
    by
        Id of who did.
    what
        Whether it announced or confirmed it, or gave a readout, which need not confirm all that was said before.
    capacity
        In which capacity.
    days
        The least and the most days that it took; ``None`` where the dates set no bound, or are bounds on both sides.
    """

    by: str
    what: Way
    capacity: str | None
    days: tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Framing:
    """How somebody would have an event seen.

    Attributes
    ----------
    by
        Id of who would.
    text
        As what.
    interest
        What it gains by that.
    """

    by: str
    text: str | None
    interest: str | None


@dataclass(frozen=True, slots=True)
class Readout:
    """What a side told of an event afterwards.

    Attributes
    ----------
    by
        Id of the side.
    alike
        How alike it is to the others.
    """

    by: str
    alike: str | None


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word or a silence of which it cannot be said whether it came by the date.

    Attributes
    ----------
    by
        Id of whose it is.
    what
        What it did, or did not do.
    """

    by: str
    what: Way


@dataclass(frozen=True, slots=True)
class Trail:
    """How an event became known, as far as that was told by the date.

    Attributes
    ----------
    first
        Ids of those of whom none certainly said later than another that it happened: of several it is not told who
        was first. A denial says no such thing.
    silent
        Ids of those who kept silent when asked.
    leaked
        Ids of those from whom something leaked.
    confirmed
        Who bore it out after the first word, and how much later; only where it is told who was first.
    denied
        Ids of those who denied it.
    denied_before
        Ids of those of them who certainly did so before anybody said that it happened.
    readouts
        What was told of it afterwards.
    framings
        How it was framed.
    undetermined
        What may have been said, or not, by the date or only later; of all that is above, only the first may be so.
    """

    first: tuple[str, ...]
    silent: tuple[str, ...]
    leaked: tuple[str, ...]
    confirmed: tuple[Later, ...]
    denied: tuple[str, ...]
    denied_before: tuple[str, ...]
    readouts: tuple[Readout, ...]
    framings: tuple[Framing, ...]
    undetermined: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Disclosures(Result):
    """How events became known.

    Attributes
    ----------
    disclosures
        By event.
    """

    disclosures: Mapping[str, Trail]


def trails_of(situation: Situation, told: Iterable[Disclosure]) -> Disclosures:
    """Return how each event became known that may have happened by the date, as far as was told by then."""
    by_event: dict[str, list[Disclosure]] = {}
    for each in sorted(told, key=lambda each: (each.by, each.what, str(each.date), each.text or "")):
        if situation.events[each.event].happened is not Truth.FALSE:
            by_event.setdefault(each.event, []).append(each)
    return Disclosures({event: _trail(situation, by_event[event]) for event in sorted(by_event)})


def had_come(situation: Situation, told: Disclosure) -> Truth:
    """Return whether something had been said, or not, by the date; what is undated had by that of the case."""
    if told.date is None:
        return Truth.TRUE
    return situation.calendar.happened(told.date).by(situation.as_of.interval)


def _trail(situation: Situation, told: list[Disclosure]) -> Trail:
    days = {id(each): _days(situation, each) for each in told}
    sure = [each for each in told if had_come(situation, each) is Truth.TRUE]
    saying = [each for each in told if each.what in SAYING]
    first = [each for each in saying if not any(_is_later(days, each, other) for other in saying)]
    names = tuple(dict.fromkeys(each.by for each in first)) if any(each in sure for each in first) else ()
    confirming = [each for each in sure if each.what in _CONFIRMING and each.by not in names]
    denied = [each for each in sure if each.what == "denied"]
    before = [each for each in denied if names and all(_is_later(days, other, each) for other in saying)]
    return Trail(
        names,
        _by(sure, "silent"),
        _by(sure, "leaked"),
        tuple(_confirmed(confirming, days, days[id(first[0])])) if len(names) == 1 else (),
        _by(denied, "denied"),
        _by(before, "denied"),
        tuple(Readout(each.by, each.alike) for each in sure if each.what == "readout"),
        tuple(Framing(each.by, each.text, each.interest) for each in sure if each.what == "framed"),
        tuple(dict.fromkeys(Doubt(each.by, each.what) for each in told if each not in sure)),
    )


def _is_later(days: Mapping[int, Interval], one: Disclosure, other: Disclosure) -> bool:
    """Whether one was certainly said later than the other."""
    return days[id(one)].by(days[id(other)]) is Truth.FALSE


def _days(situation: Situation, told: Disclosure) -> Interval:
    """Return when something was said; a readout comes after what it tells of."""
    days, event = situation.calendar.happened(told.date), situation.calendar.anchors[told.event]
    if told.what != "readout" or event.earliest is None:
        return days
    return replace(days, earliest=max(days.earliest or event.earliest, event.earliest))


def _by(told: Iterable[Disclosure], what: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.by for each in told if each.what == what))


def _confirmed(spoken: Iterable[Disclosure], days: Mapping[int, Interval], first: Interval) -> Iterable[Later]:
    """Return for each who bore it out its earliest word, as days after the first one."""
    found: dict[str, Later] = {}
    for each in spoken:
        then = days[id(each)]
        between = _gap(first, then) if first.is_day or then.is_day else (None, None)
        later = Later(each.by, each.what, each.capacity, between)
        known = found.setdefault(each.by, later)
        if _key(later) < _key(known):
            found[each.by] = later
    return found.values()


def _key(later: Later) -> tuple[float, float]:
    low, high = later.days
    return (float("inf") if high is None else high, 0 if low is None else low)


def _gap(first: Interval, then: Interval) -> tuple[int | None, int | None]:
    """Return the least and the most days from one to another that did not come before it."""
    low = (then.earliest - first.latest).days if then.earliest and first.latest else None
    high = (then.latest - first.earliest).days if then.latest and first.earliest else None
    return (None if low is None else max(low, 0), high)
