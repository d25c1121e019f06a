"""What it rests on: the day, what is known by then, and the sources."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from detente.case.citation import Citation
from detente.case.shape import records
from detente.dates.words import plain_date, plain_day
from detente.lenses.wording import counted

if TYPE_CHECKING:
    from detente.brief.matter import Matter
    from detente.case import Case
    from detente.case.source import Source

_ALMOST, _MOSTLY = 0.9, 0.6


def rests_on(matter: Matter) -> str:
    """Return the day and the sources in a line."""
    scenario = matter.moment.scenario
    supposed = f" Supposed: {scenario.label.rstrip('.')}." if scenario is not None else ""
    return f"{_day(matter)}{supposed} {_sources(matter.moment.written)}"


def _day(matter: Matter) -> str:
    """Return the day, and until when the case knows."""
    clock, lock = matter.moment.clock, matter.moment.case.case.known_until
    day = f"As of {plain_date(str(matter.moment.as_of))}"
    if not clock.is_known and clock.last_known is not None:
        return (
            f"{day}, if nothing else has changed since {plain_day(clock.last_known)}, the last day that the case knows."
        )
    if lock is None:
        return f"{day}."
    later = "later" if lock.interval == matter.moment.as_of.interval else f"after {plain_date(str(lock))}"
    return f"{day}; nothing learnt {later} is used."


def _sources(case: Case) -> str:
    """Return how much of what is cited rests on one source, be it cited itself or through others."""
    sources = {source.id: source for source in case.sources}
    cited = [record.source for _, record in records(case) if isinstance(record, Citation)]
    counts = Counter(_root(sources, each).id for each in cited if each in sources)
    if not counts:
        return "Rests on no source."
    total = sum(counts.values())
    first, most = min(counts.items(), key=lambda each: (-each[1], each[0]))
    share = most / total
    if share < _MOSTLY:
        return f"Rests on {counted(len(counts), 'source')}."
    how = "wholly" if share == 1 else "almost wholly" if share >= _ALMOST else "mostly"
    source = sources[first]
    kind = (source.kind or "source").replace("-", " ")
    rated = f"rated {source.reliability}" if source.reliability else "not rated"
    return f"Rests {how} on one {kind}, {rated}."


def _root(sources: dict[str, Source], name: str) -> Source:
    """Return the source through which another is known in the end."""
    seen: set[str] = set()
    source = sources[name]
    while source.via in sources and source.id not in seen:
        seen.add(source.id)
        source = sources[source.via or ""]
    return source
