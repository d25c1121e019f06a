"""iCalendar: the steps still to come as events, and those without a date as things to do."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from detente.exports.export import Export, ExportError
from detente.lenses.roadmap.model import NetworkModel
from detente.lenses.roadmap.options import RoadmapOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icalendar import Event, Todo, vText

    from detente.findings import Findings, Head
    from detente.lenses.roadmap.model import NetworkStep


_UNHELD = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


def write(findings: Findings) -> list[str]:
    """Return the file: an all-day event for each dated step, one thing to do for each without a date.

    Raises
    ------
    ExportError
        If the date of the report is not known to the day: every event must say when it was made.

    References
    ----------
    Desruisseaux2009
    """
    from icalendar import Calendar

    model = findings.result(NetworkModel)
    if model.today is None:
        raise ExportError("a calendar file must say when it was made; give a date with --as-of")
    calendar = Calendar()
    calendar.add("prodid", "-//Detente//Roadmap//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _words(" ".join(_plain(model.title).split())))
    for step in model.steps:
        if not step.done:
            entry = _entry(findings.head, step)
            entry.add("dtstamp", datetime.combine(date.fromisoformat(model.today), time(), UTC))
            calendar.add_component(entry)
    return [calendar.to_ical().decode("utf-8")]


def _entry(head: Head, step: NetworkStep) -> Event | Todo:
    """Return what stands for a step."""
    from icalendar import Event, Todo

    first, last = (date.fromisoformat(day) if day else None for day in (step.earliest, step.latest))
    entry: Event | Todo = Event() if first or last else Todo()
    scenario = f".{head.scenario}" if head.scenario else ""
    entry.add("uid", f"{step.id}{scenario}@{head.case}.detente")
    entry.add("summary", _words(_plain(_summary(step.name, first, last))))
    start, end = first or last, (last or first) if first else last
    if start and end:
        entry.add("dtstart", start)
        if end < date.max:
            entry.add("dtend", end + timedelta(days=1))
        entry.add("transp", "TRANSPARENT")
    entry.add("description", _words(_plain("\n".join(_description(head, step)))))
    return entry


def _summary(name: str, first: date | None, last: date | None) -> str:
    if first and last:
        return name
    return f"{name} (not before this day)" if first else f"{name} (at the latest)" if last else f"{name} (no date)"


def _description(head: Head, step: NetworkStep) -> Iterator[str]:
    yield f"Who must act: {', '.join(step.responsible) or 'nobody is named'}"
    if step.demanded_by:
        yield f"Demanded by: {', '.join(step.demanded_by)}"
    yield f"Waits for: {'; '.join(step.waits_for) or 'nothing'}"
    if step.goal:
        yield "This is the goal."
    elif not step.paths:
        yield f"Not on any path to the goal. {step.part.capitalize()}."
    for each in step.after:
        yield f"Without a date of its own: {each}."
    if step.stated:
        yield f"Its date as the source states it: {step.stated}."
    if step.earliest != step.latest:
        yield f"Not before: {step.earliest or 'no date'}. At the latest: {step.latest or 'no date'}."
    for assumed in step.assumptions:
        yield f"Assumption ({assumed.step}): {assumed.assumption}"
    if step.assumptions_more:
        yield f"It rests on {step.assumptions_more} more assumptions."
    yield f"As of {head.as_of}."


def _plain(text: str) -> str:
    """Return text without what a calendar file cannot hold: control characters, and halves of characters."""
    return "".join(c for c in text.replace("\r\n", "\n") if c in "\n\t" or not _UNHELD.match(c))


def _words(text: str) -> vText:
    """Return text as RFC 5545 (3.3.11) writes it; the library would make a new line of a backslash before an N."""
    from icalendar import vText

    class _Words(vText):
        """Words whose backslashes are escaped, too."""

        def to_ical(self) -> bytes:
            return str(self).translate(_ESCAPED).encode("utf-8")

    return _Words(text)


EXPORT = Export(
    "iCalendar",
    ".ics",
    "sources, reasons, steps that are met, and the network of requirements",
    write,
    "roadmap",
    RoadmapOptions(model=True),
)
