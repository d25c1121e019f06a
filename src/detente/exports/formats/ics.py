"""iCalendar: what happened on a known day and the steps still to come; steps without a date are things to do."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from detente.exports.export import EditionExport, ExportError
from detente.exports.tables.record_table import cited
from detente.exports.texts.calendar_text import words
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.records import Records
from detente.lenses.roadmap.model import NetworkModel
from detente.lenses.roadmap.options import RoadmapOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icalendar import Event, Todo

    from detente.findings import Edition, Head
    from detente.lenses.chronicle.records import EventRecord
    from detente.lenses.roadmap.model import NetworkStep


def write(edition: Edition) -> list[str]:
    """Return the file: an all-day event for whatever has a day, and a thing to do for each step without a date.

    Raises
    ------
    ExportError
        If nothing has a day, or the date of the report is not known to the day: every entry must say when it was made.

    References
    ----------
    Desruisseaux2009
    """
    from icalendar import Calendar

    chronicle, *roadmap = edition.findings
    records = chronicle.result(Records)
    if records.today is None:
        raise ExportError("a calendar file must say when it was made; give a date with --as-of")
    dated = ((event, _day(event)) for event in records.events)
    entries: list[Event | Todo] = [_happened(chronicle.head, records, event, day) for event, day in dated if day]
    for findings in roadmap:
        steps = findings.result(NetworkModel).steps
        entries += [_planned(findings.head, step) for step in steps if not step.done]
    if not entries:
        raise ExportError("a calendar holds events on a known day and steps still to come; the case has neither")
    calendar = Calendar()
    calendar.add("prodid", "-//Detente//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", words(" ".join(str(words(records.title)).split())))
    for entry in entries:
        entry.add("dtstamp", datetime.combine(date.fromisoformat(records.today), time(), UTC))
        calendar.add_component(entry)
    return [calendar.to_ical().decode("utf-8")]


def _day(event: EventRecord) -> date | None:
    """Return the one day on which an event may have been."""
    return date.fromisoformat(event.earliest) if event.earliest and event.earliest == event.latest else None


def _happened(head: Head, records: Records, event: EventRecord, day: date) -> Event:
    """Return what stands for an event."""
    from icalendar import Event

    entry = Event()
    _identify(entry, head, event.id)
    entry.add("summary", words(event.what.text))
    _spread(entry, day, day)
    if event.place:
        entry.add("location", words(event.place))
    entry.add("description", words("\n".join(_told(head, records, event))))
    return entry


def _told(head: Head, records: Records, event: EventRecord) -> Iterator[str]:
    took_part = (
        f"{records.names.get(each.actor, each.actor)}{f' ({each.role})' if each.role else ''}" for each in event.actors
    )
    if event.actors:
        yield f"Who took part: {', '.join(took_part)}"
    if event.counted:
        yield f"Its date: {event.counted}"
    if str(event.happened & event.known) != "true":
        yield "It cannot be said whether it had happened and was known by then."
    said = event.what
    if said.certainty:
        yield f"Held as: {said.certainty}{f', softened by “{said.hedge}”' if said.hedge else ''}"
    if said.cites:
        yield f"Rests on: {'; '.join(map(cited, said.cites))}"
    if said.assumption:
        yield f"Assumption: {said.assumption}"
    if said.note:
        yield f"Note: {said.note}"
    yield f"As of {head.as_of}."


def _planned(head: Head, step: NetworkStep) -> Event | Todo:
    """Return what stands for a step."""
    from icalendar import Event, Todo

    first, last = (date.fromisoformat(day) if day else None for day in (step.earliest, step.latest))
    entry: Event | Todo = Event() if first or last else Todo()
    _identify(entry, head, step.id)
    entry.add("summary", words(_summary(step.name, first, last)))
    start, end = first or last, (last or first) if first else last
    if start and end:
        _spread(entry, start, end)
    entry.add("description", words("\n".join(_description(head, step))))
    return entry


def _identify(entry: Event | Todo, head: Head, name: str) -> None:
    """Give an entry a name that is its own in every calendar, and the same in every edition."""
    scenario = f".{head.scenario}" if head.scenario else ""
    entry.add("uid", f"{name}{scenario}@{head.case}.detente")


def _spread(entry: Event | Todo, start: date, end: date) -> None:
    """Spread an entry from one day to another; it keeps nobody busy."""
    entry.add("dtstart", start)
    if end < date.max:
        entry.add("dtend", end + timedelta(days=1))
    entry.add("transp", "TRANSPARENT")


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


EXPORT = EditionExport(
    "iCalendar",
    ".ics",
    "events without a known day, steps that are met, reasons, sources of steps, and the network of requirements",
    write,
    {"chronicle": ChronicleOptions(model=True), "roadmap": RoadmapOptions(model=True)},
)
