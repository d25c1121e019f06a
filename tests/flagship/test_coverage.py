"""Every fact of the reading is in the case, in its paragraph and at its date, or there is a reason why not."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.flagship.reading import FURNITURE, by_id, cited_paragraphs, coverage, dates, flagship, seed_json

from detente.case.calendar import calendar_of
from detente.case.event import Event
from detente.dates import Interval

LOCK = date(2025, 7, 31)
EXACT = {"day", "month", "year", "season", "quarter", "interval"}
NOT_THERE = {"article", "furniture"}
"""Parts of the reading that are no facts: the page itself, and what stands around the text."""


def test_every_record_that_the_coverage_names_exists() -> None:
    known = by_id()
    missing = [
        name
        for part in coverage().values()
        for names in part.values()
        if isinstance(names, list)
        for name in names
        if name not in known
    ]
    assert missing == []


def test_every_fact_is_accounted_for() -> None:
    mapped = coverage()
    for facts in seed_json("facts.json"):
        assert set(mapped) == set(facts) - NOT_THERE
        for part, mapping in mapped.items():
            assert list(mapping) == [fact["id"] for fact in facts[part]]


def test_what_is_left_out_has_a_reason_and_is_little() -> None:
    left_out = {name: why for part in coverage().values() for name, why in part.items() if isinstance(why, str)}
    assert [name for name, why in left_out.items() if len(why.split()) < 5] == []
    assert {name[0] for name in left_out} <= {"Q", "S", "Z"}
    assert len(left_out) <= 20


def test_every_actor_event_position_and_relation_comes_from_the_reading() -> None:
    named = {
        name for part in coverage().values() for names in part.values() if isinstance(names, list) for name in names
    }
    case = flagship().case
    sections = (case.actors, case.events, case.formats, case.relations, case.measures, case.forecasts, case.tensions)
    assert [record.id for section in sections for record in section if record.id not in named] == []


def test_facts_are_cited_from_their_paragraphs() -> None:
    known = by_id()
    elsewhere = []
    for facts in seed_json("facts.json"):
        for part, mapping in coverage().items():
            for fact in facts[part]:
                names = mapping[fact["id"]]
                if isinstance(names, list) and part != "sources":
                    stated = {fact[key] for key in ("para", "para2") if key in fact} - FURNITURE
                    cited = {number for name in names for number in cited_paragraphs(known[name])}
                    if not stated <= cited:
                        elsewhere.append((fact["id"], stated - cited))
    assert elsewhere == []


def test_events_lie_where_the_reading_puts_them() -> None:
    known, calendar = by_id(), calendar_of(flagship().case)
    outside = []
    for facts in seed_json("facts.json"):
        for fact in facts["events"]:
            for name in coverage()["events"][fact["id"]]:
                event = known[name]
                if isinstance(event, Event) and not _within(calendar.happened(event.date), fact["date"]):
                    outside.append((fact["id"], event.date, fact["date"]))
    assert outside == []


def _within(days: Interval, stated: dict[str, Any]) -> bool:
    begins = date.fromisoformat(stated["from"]) if stated["from"] and stated["precision"] in EXACT else None
    ends = min(date.fromisoformat(stated["to"]), LOCK) if stated["to"] else LOCK
    after = begins is None or (days.earliest is not None and days.earliest >= begins)
    return after and days.latest is not None and days.latest <= ends


def test_nothing_that_happened_lies_after_the_lock() -> None:
    case = flagship().case
    calendar = calendar_of(case)
    plans = ("steps", "forecasts", "case", "scenarios", "sources")
    late = [
        (path, str(moment))
        for path, moment in dates()
        if path[0] not in plans
        and not (path[0] in ("formats", "issues") and path[-1] == "to")
        and ((latest := calendar.happened(moment).latest) is None or latest > LOCK)
    ]
    # What answers something undated has no last day but that of the lock.
    assert late == []
    met = [
        step.id
        for step in case.steps
        if step.status == "met" and step.date is not None and (calendar.of(step.date).latest or LOCK) > LOCK
    ]
    assert met == []


def test_the_summit_is_the_one_date_from_outside() -> None:
    outside = {"daily-sabah", "hyetert"}
    relying = {
        name for name, record in by_id().items() for cite in getattr(record, "cites", ()) if cite.source in outside
    }
    assert relying == {"abu-dhabi-summit"}
    assert str(calendar_of(flagship().case).anchors["demand-repeated"]) == "2025-07-08"
