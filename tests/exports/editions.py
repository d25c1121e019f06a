"""Editions made by hand, for tests of formats that take them."""

from __future__ import annotations

from tests.told import findings

from detente.dates import Truth
from detente.findings import Edition, Findings, Stamp, Statement
from detente.lenses.chronicle.records import EventRecord, Records, SourceRecord

STAMP = Stamp("c", "Case", "", "0" * 64, "2025-07-10", "", "", "detente 0", "detente report c")


def edition(*said: Findings) -> Edition:
    """Return an edition of what some lenses say."""
    return Edition(STAMP, said)


def chronicle(
    *events: EventRecord, title: str = "Case", today: str | None = "2025-07-10", sources: tuple[SourceRecord, ...] = ()
) -> Findings:
    """Return what the chronicle says to exports: these events and sources."""
    return findings("chronicle", result=Records(title, today, {}, sources, events, ()))


def event(what: str, day: str = "2025-03-13", **known: str) -> EventRecord:
    """Return an event on a known day."""
    blank = {"kind": None, "place": None, "format": None, "issue": None}
    return EventRecord(
        id="e",
        date=day,
        earliest=day,
        latest=day,
        counted="",
        what=Statement(what, assumption=what, note=what),
        actors=(),
        reported="",
        happened=Truth.TRUE,
        known=Truth.TRUE,
        **{**blank, **known},
    )


def source(text: str, **known: str) -> SourceRecord:
    """Return a source in which every free text is the same."""
    dated = {"published": None, "accessed": None, "language": None, "url": None} | known
    return SourceRecord(
        id="s",
        title=text,
        authors=(text, text),
        publisher=text,
        kind="newspaper",
        reliability="C",
        interest=text,
        via=None,
        file=None,
        sha256=None,
        note=text,
        **dated,
    )
