"""What it rests on: the day, what is known by then, and the sources."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.case.citation import Claim
from detente.case.origins import origin_of, read_in
from detente.case.shape import records
from detente.dates.words import plain_date, plain_day
from detente.lenses.wording import counted, listed, one_or_many
from detente.situation.sources import contested_claims

if TYPE_CHECKING:
    from detente.brief.matter import Matter
    from detente.case import Case


def rests_on(matter: Matter) -> str:
    """Return the day and the sources in a line."""
    scenario = matter.moment.scenario
    supposed = f" Supposed: {scenario.label.rstrip('.')}." if scenario is not None else ""
    return f"{_day(matter)}{_left_out(matter)}{supposed} {_sources(matter.moment.written)}{_contested(matter)}"


def _left_out(matter: Matter) -> str:
    """Return which sources are left out, where some are."""
    left = matter.moment.study.beside.left
    return f" Without {listed([f'“{name}”' for name in left.named])}." if left is not None else ""


def _contested(matter: Matter) -> str:
    """Return how many claims have lost all that they rest on, where some have."""
    clock = replace(matter.moment.clock, case=matter.moment.past)
    many = sum(each.is_withdrawn for each in contested_claims(clock))
    return f" {counted(many, 'claim')} {one_or_many(many, 'is', 'are')} contested." if many else ""


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
    return f"{day}; nothing {later} is used."


def _sources(case: Case) -> str:
    """Return how many of the claims that cite anything rest on the largest origin alone.

    A source that is known only through another rests on what it was read in.
    """
    sources = {source.id: source for source in case.sources}
    cited = [record.cites for _, record in records(case) if isinstance(record, Claim) and record.cites]
    origins = [
        {origin_of(read_in(sources, cite.source)) for cite in cites if cite.source in sources} for cites in cited
    ]
    counts = Counter(next(iter(each)) for each in origins if len(each) == 1)
    if not counts:
        return f"Rests on {counted(len(set().union(*origins)), 'source')}." if any(origins) else "Rests on no source."
    first, most = min(counts.items(), key=lambda each: (-each[1], each[0]))
    return f"{_share(most, len(origins))} cited claims rest on {_named(case, first)}."


def _share(part: int, whole: int) -> str:
    """Return a share in words and percent; what is not all is never rounded up to all."""
    return "All" if part == whole else f"{max(1, 100 * part // whole)} % of"


def _named(case: Case, origin: tuple[bool, str]) -> str:
    """Return an origin by the kind and the grade of the first of its sources that was read itself."""
    known = {source.id for source in case.sources}
    own = [source for source in case.sources if origin_of(source) == origin]
    source = next((each for each in own if each.via not in known), own[0])
    kind = (source.kind or "source").replace("-", " ")
    rated = f"rated {source.reliability}" if source.reliability else "not rated"
    return f"one {kind}, {rated}"
