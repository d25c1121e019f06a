"""What happened: in which order, and how honest the picture is."""

from __future__ import annotations

from datetime import date

import pytest
from tests.conftest import Opener
from tests.lenses.chronicle.cases import BASE, absent, headline, read
from tests.lenses.reading import chapter, rows, tables

from detente.findings import Certainty, Figure
from detente.findings.figures.chronology import Chronology


def chronology(figure: Figure) -> Chronology:
    """Return what a figure of events draws."""
    assert isinstance(figure.spec, Chronology)
    return figure.spec


def test_events_are_ordered_by_their_last_possible_day(opened: Opener) -> None:
    text = """events:
      - {id: c, date: 2025-07, what: c}
      - {id: a, date: 2024-12-31, what: a, kind: road-block, actors: [{actor: north, role: host}, minister], place: P}
      - {id: b, date: 2024, what: b, certainty: attributed, hedge: roughly, assumption: why, cites: [s ¶2]}
      - {id: d, date: 2026, what: d}
      - {id: e, date: {before: a, by: 2 days}, what: e}
    """
    found = rows(read(opened, "timeline", text), "events")

    assert [row["what"] for row in found] == ["e", "b", "a", "c"]
    assert [row["happened"] for row in found] == ["true", "true", "true", "undetermined"]
    assert found[0]["date"] == "2024-12-29 (2 days before “a”)"
    assert (found[1]["cites"], found[1]["assumed"]) == (["s ¶2"], "why")
    assert (found[2]["kind"], found[2]["actors"], found[2]["place"]) == (
        "road block",
        ("North (host)", "The minister"),
        "P",
    )


def test_a_row_says_how_its_source_holds_it(opened: Opener) -> None:
    text = "events: [{id: a, date: 2024, what: a, certainty: attributed, hedge: roughly, cites: [s ¶2]}]"
    (row,) = tables(read(opened, "timeline", text))[0].rows

    assert (row.certainty, row.hedge) == (Certainty.ATTRIBUTED, "roughly")


DAYS = [
    ("2025-03-13", "13 March 2025", date(2025, 3, 13), date(2025, 3, 13)),
    ("2025-03", "March 2025", date(2025, 3, 1), date(2025, 3, 31)),
    ("2024-08~", "about August 2024", date(2024, 7, 1), date(2024, 9, 30)),
    ("{before: x, by: 1 week}", "24 June 2025", date(2025, 6, 24), date(2025, 6, 24)),
    ("2019-12-31", "31 December 2019", date(2019, 12, 31), date(2019, 12, 31)),
    ("2025-03/..", "since March 2025", date(2025, 3, 1), None),
    ("{before: x}", "by 30 June 2025", None, date(2025, 6, 30)),
    ("2020-11/2025-06", "November 2020 – June 2025", date(2020, 11, 1), date(2025, 6, 30)),
]


@pytest.mark.parametrize(("when", "said", "earliest", "latest"), DAYS)
def test_every_event_has_a_row_that_reaches_over_every_possible_day(
    when: str, said: str, earliest: date | None, latest: date | None, opened: Opener
) -> None:
    text = f"events: [{{id: x, date: 2025-07-01, what: x, kind: anchor}}, {{id: e, date: {when}, what: e, kind: test}}]"
    spec = chronology(read(opened, "timeline", text).figures[0])
    (drawn,) = (each for each in spec.happenings if each.name == "e")

    assert (drawn.when, drawn.earliest, drawn.latest) == (said, earliest, latest)
    assert drawn.sure is (when != "2025-03/..")
    assert spec.today == date(2025, 7, 10)
    assert len(spec.happenings) == 2


FIRSTS = [
    # dates of the events: first year of the calendar, and what lies before it
    (["1920", "1990", "2020-09", "2021-01", "2022-03", "2025-06"], 2020, ["1920", "1990"]),
    (["1991", "1999", "2007", "2015", "2024"], 1991, []),
    (["2019", "2025-06-01"], 2019, []),
    (["1900", "2025-05", "2025-06"], 2025, ["1900"]),
    (["../2024-06", "2024-03", "2025-06"], 2024, []),
]


@pytest.mark.parametrize(("dates", "year", "before"), FIRSTS)
def test_founding_events_far_back_do_not_press_the_others_together_and_are_named(
    dates: list[str], year: int, before: list[str], opened: Opener
) -> None:
    events = ", ".join(f"{{id: e{k}, date: {when}, what: At {when}}}" for k, when in enumerate(dates))
    figure = read(opened, "timeline", f"events: [{events}]").figures[0]
    spec = chronology(figure)

    assert spec.first == date(year, 1, 1)
    assert {each.name for each in spec.happenings} == {f"At {when}" for when in dates}
    assert ("earlier" in figure.description) is bool(before)
    assert all(f"“At {when}”" in figure.description for when in before)


def test_of_many_events_those_that_began_last_are_drawn(opened: Opener) -> None:
    dates = [f"2024-{k % 12 + 1:02}-{k // 12 + 1:02}" for k in range(129)] + ["../2025-01-01"]
    events = ", ".join(f"{{id: e{k}, date: {when}, what: E{k}}}" for k, when in enumerate(dates))
    finding = read(opened, "timeline", f"events: [{events}]")

    drawn = chronology(finding.figures[0]).happenings
    assert [str(each.earliest) for each in drawn] == sorted(dates[:-1])[-20:]
    assert finding.figures[0].title == "The 20 of 130 events that began last; the table has them all"
    assert len(rows(finding, "events")) == 130


def test_without_any_day_there_is_no_picture(opened: Opener) -> None:
    finding = read(opened, "timeline", "events: [{id: e, date: ../2025-06, what: e}]")

    assert finding.figures == ()
    assert len(finding.tables[0].rows) == 1


EVENTS = [
    ("[{id: e, date: 2025-07-01, what: They met}]", "1 event on record by this date, “They met” (2025-07-01)."),
    (
        "[{id: e, date: 2025-07-01, what: They met}, {id: f, date: 2025-06, what: They spoke}]",
        "2 events on record by this date, the latest “They met” (2025-07-01).",
    ),
    (  # June overlaps the day of the other event, so nobody knows which was the later.
        "[{id: e, date: 2025-06-15, what: They met}, {id: f, date: 2025-06, what: They spoke}]",
        "2 events on record by this date, among the latest “They spoke” (2025-06).",
    ),
    (
        "[{id: e, date: 2025-07, what: They met}]",
        "No event is certainly on record by this date; of 1 it cannot be said whether it had happened and was known.",
    ),
    (
        "[{id: e, date: 2025-07-01, what: They met}, {id: f, date: 2025-07, what: x}, {id: g, date: 2025, what: y}]",
        "1 event on record by this date, “They met” (2025-07-01); of 2 more it cannot be said whether they had "
        "happened and were known.",
    ),
    (  # It happened, but became known only after the date.
        "[{id: e, date: 2025-07-01, what: They met}, {id: f, date: 2025-07-02, reported: 2025-08, what: secret}]",
        "1 event on record by this date, “They met” (2025-07-01).",
    ),
]


@pytest.mark.parametrize(("events", "expected"), EVENTS)
def test_timeline(events: str, expected: str, opened: Opener) -> None:
    assert _plain(headline(opened, "timeline", f"events: {events}")) == expected


def _plain(text: str) -> str:
    """Return a headline with its dates as the case writes them: how dates read is tested elsewhere."""
    return text.replace("1 July 2025", "2025-07-01").replace("June 2025", "2025-06")


def test_events_that_all_lie_later_are_no_chapter(opened: Opener) -> None:
    assert absent(opened, "timeline", "events: [{id: e, date: 2026, what: w}]")


def test_what_followed_an_event_did_so_by_the_lock(opened: Opener) -> None:
    text = """events:
      - {id: a, date: 2025-03, what: a}
      - {id: b, date: {after: a}, what: b}
      - {id: c, date: {before: a}, reported: {before: a}, what: c}
    """
    case = opened(BASE.replace("as_of: 2025-07-10", "as_of: 2025-07-10, known_until: 2025-07-10") + text)
    dates = {row["what"]: row["date"] for row in rows(chapter(case.at().chronicle(), "timeline"), "events")}

    assert dates["b"] == "2025-03-02/2025-07-10 (after “a”)"
    assert dates["c"].endswith("(before “a”; reported by then)")
