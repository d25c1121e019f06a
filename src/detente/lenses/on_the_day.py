"""What a lens can say of a day: nothing of one of which the case gives no reading, nor where it hangs on a date."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from detente.dates import PartialDate, RelativeDate
from detente.dates.spans import plain_span
from detente.dates.words import plain_date
from detente.findings import Depth, Determination, Finding, Open, Part, Statement, Told
from detente.lenses.wording import listed
from detente.situation.readings import MOST_DATES

if TYPE_CHECKING:
    from detente.case.reading import Moment as Bound
    from detente.situation.readings import Doubt
    from detente.study import Moment


@dataclass(frozen=True)
class Asked:
    """A lens that is asked about a day.

    Attributes
    ----------
    lens, part
        Its key, and the part of the page that it fills.
    sections
        The sections of a case that it reads, the one of its readings first.
    verdict
        What it says of a moment in short.
    holds
        Whether the case has readings for it at a moment.
    moment
        The case at the day.
    """

    lens: str
    part: Part
    sections: tuple[str, ...]
    verdict: Callable[[Moment], Hashable]
    holds: Callable[[Moment], bool]
    moment: Moment

    @cached_property
    def determination(self) -> Determination:
        """Whether the readings of the case determine what the lens says."""
        beyond = not self.moment.clock.is_known
        because = tuple(self._because())
        return Determination(not because, because or None, beyond)

    @property
    def day(self) -> str:
        """The day in words, with the word that goes before it."""
        return f"{'on' if self.moment.as_of.interval.is_day else 'in'} {plain_date(str(self.moment.as_of))}"

    @property
    def known(self) -> str:
        """The last day that the case knows, in words."""
        last = self.moment.clock.last_known
        return plain_date(last.isoformat()) if last else ""

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """The readings of its sections of which the date leaves open whether they hold."""
        return tuple(doubt for doubt in self.moment.day.doubts if doubt.section in self.sections)

    def said(self, when: Bound) -> str:
        """Return a date in words: as the case writes it, or what it is counted from, with the days that it may be."""
        if isinstance(when, PartialDate):
            plain = plain_date(str(when))
            return f"a day {plain}" if plain.startswith(("by ", "since ")) else plain
        named = f"“{self.moment.clock.names.get(when.anchor, when.anchor)}”"
        words = named if when.is_anchor else f"{f'{when.by} ' if when.by else ''}{when.direction} {named}"
        days = self.moment.clock.calendar.of(when)
        return words if days.earliest is None is days.latest else f"{words} ({plain_span(days.earliest, days.latest)})"

    def _because(self) -> Iterator[Open]:
        if not self.doubts:
            if not self.holds(self.moment):
                yield self._unread()
            return
        if len(self.moment.day.dates(self.sections)) > MOST_DATES:
            yield from map(self._open, self.doubts)
            return
        verdicts = {way.assumed: self._verdict(way) for way in self.moment.ways(self.sections)}
        if all(verdict is None for verdict in verdicts.values()):
            yield self._unread()
            return
        turns = self.moment.day.turns(self.sections)
        deciding = {turn for turn in turns if _matters(turn, verdicts)}
        yield from (self._open(doubt) for doubt in self.doubts if doubt.turn in deciding)

    def _verdict(self, way: Moment) -> Hashable:
        return self.verdict(way) if self.holds(way) else None

    def _unread(self) -> Open:
        """Return that nothing of what the lens reads holds on the day."""
        section = self.sections[0]
        left = self.moment.study.beside.left
        if left is not None and (missing := self.moment.study.beside.missing(section)):
            text = f"without {listed([f'“{name}”' for name in left.named])}, {missing}"
            return Open(section, text, f"another source for '{section}'")
        first, last = self.moment.day.first.get(section), self.moment.day.last.get(section)
        times = [f"the time until {self.said(last)}"] if last is not None else []
        times += [self._later(first)] if first is not None else []
        text = f"of {plain_date(str(self.moment.as_of))} the case gives no reading of this"
        text += f": its section '{section}' speaks of {listed(times)}" if times else ""
        earlier = f"an earlier 'from' in '{section}', if it was so by then"
        return Open(section, text, f"a reading in '{section}' that holds on that day" if first is None else earlier)

    def _later(self, first: Bound) -> str:
        """Return since when something holds that does not yet; what it is counted from lies ahead, and is not named."""
        if isinstance(first, PartialDate):
            return f"the time since {plain_date(str(first))}"
        days = self.moment.clock.calendar.of(first)
        known = days.earliest is not None or days.latest is not None
        return f"the time since {plain_span(days.earliest, days.latest)}" if known else "a later time"

    def _open(self, doubt: Doubt) -> Open:
        if isinstance(doubt.when, RelativeDate) and doubt.when.direction == "step":
            wanted = f"whether {self.said(doubt.when)} had come about {self.day}"
        elif self.moment.clock.calendar.of(doubt.when).is_day:
            wanted = f"a day instead of {plain_date(str(self.moment.as_of))}"
        else:
            wanted = f"a more exact date than {self.said(doubt.when)}"
        return Open(doubt.id, f"it depends on whether {self.whether(doubt)}", wanted)

    def whether(self, doubt: Doubt) -> str:
        """Return the question that the date leaves open."""
        so, since = ("had ended", "until") if doubt.ends else ("already held", "since")
        when = self.said(doubt.when).removeprefix(f"{since} ")  # as an open end says already
        return f"“{doubt.what}” {so} {self.day} (the case says {since} {when})"


def on_the_day(asked: Asked, chapters: tuple[Told, ...]) -> tuple[Told, ...]:
    """Return the chapters of a lens as far as the day allows, after one that says how far that is."""
    first = Told("determination", Determination, lambda: asked.determination, partial(_said, asked))
    ways = ((told, partial(_found, asked, told), partial(_shown, asked, told)) for told in chapters)
    return (first, *(replace(told, find=find, show=show) for told, find, show in ways))


def _found(asked: Asked, told: Told) -> Any:
    return told.find() if asked.determination.determined else None


def _shown(asked: Asked, told: Told, found: Any) -> tuple[Finding, ...]:
    """Return what a chapter says; of a day beyond what the case knows, only if nothing has changed since."""
    said = told.show(found)
    if not asked.determination.beyond_knowledge or not asked.known:
        return said
    unless = f"If nothing else has changed since {asked.known}: "
    return tuple(replace(finding, headline=unless + finding.headline) for finding in said)


def _said(asked: Asked, found: Determination) -> tuple[Finding, ...]:
    """Say why nothing is determined, or that it would be the same whichever way an open date fell."""
    if found.because:
        reasons = listed(tuple(dict.fromkeys(each.text for each in found.because)))
        wanted = listed(tuple(dict.fromkeys(each.settled_by for each in found.because)))
        finding = Finding(
            title="Not determined",
            headline=f"{reasons[0].upper()}{reasons[1:]}.",
            statements=(Statement(f"What would settle it: {wanted}."),),
            id="determination",
            lens=asked.lens,
            part=asked.part,
        )
        return (finding,)
    if not asked.doubts:
        return ()
    same = tuple(Statement(f"Whether {asked.whether(doubt)}.") for doubt in asked.doubts)
    finding = Finding(
        title="Dates that do not matter",
        headline="The answer is the same whichever way these dates fell.",
        statements=same,
        id="determination",
        lens=asked.lens,
        part=asked.part,
        depth=Depth.DETAIL,
    )
    return (finding,)


def _matters(turn: str, verdicts: Mapping[frozenset[str], Hashable]) -> bool:
    """Whether the verdict ever changes with whether one turn has come."""
    ways = ((come - {turn}, verdict) for come, verdict in verdicts.items() if turn in come)
    return any(verdicts.get(without, verdict) != verdict for without, verdict in ways)
