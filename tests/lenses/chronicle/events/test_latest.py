"""What happened last: which events are of the dispute, which come last, and what has no date."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows

from detente.findings import Finding
from detente.session import open_case

TEXT = """
case: {id: demo, as_of: 2025-07-10}
sources: [{id: s, title: A source}]
actors:
  - {id: north, name: North, kind: state, role: party}
  - {id: south, name: South, kind: state, role: party}
  - {id: chair, name: The chair, kind: person, part_of: north}
  - {id: coast, name: Coast, kind: state}
  - {id: isle, name: Isle, kind: state}
formats:
  - {id: talks, name: Talks, parties: [north, south], from: 2020}
  - {id: aside, name: Aside, parties: [north, coast], from: 2020}
issues:
  - {id: border, name: The border, on_agenda: 2020}
  - {id: posts, name: The posts, parent: border}
  - {id: fish, name: The fish}
"""


def latest(opened: Opener, events: str, text: str = TEXT) -> Finding:
    case = opened(f"{text}events: [{events}]")
    assert case.errors == ()
    return chapter(case.at().chronicle(), "latest")


@pytest.mark.parametrize(
    ("event", "is_of_the_dispute"),
    [
        ("issue: border", True),
        ("issue: posts", True),
        ("issue: posts, actors: [coast]", True),
        ("format: talks", True),
        ("format: aside", False),
        ("actors: [chair, south]", True),
        ("actors: [chair, north]", True),
        ("actors: [north]", True),
        ("actors: [north], issue: fish", False),
        ("actors: [north, south], issue: fish", True),
        ("actors: [coast, isle]", False),
        ("place: Somewhere", False),
    ],
)
def test_an_event_is_of_the_dispute_by_its_subject_its_track_or_who_takes_part(
    event: str, is_of_the_dispute: bool, opened: Opener
) -> None:
    sure = "{id: sure, date: 2024-01-01, what: They meet, format: talks}"
    other = f"{{id: e, date: 2025-01-01, what: Something, {event}}}"
    if "format: aside" in event:
        other = "{id: e, date: 2025-01-01, what: Something, format: aside, issue: fish, actors: [north, coast]}"
    found = [each["what"] for each in rows(latest(opened, f"{sure}, {other}"), "latest-events")]

    assert found == (["Something", "They meet"] if is_of_the_dispute else ["They meet"])


def test_where_nothing_is_of_the_dispute_all_events_are_told(opened: Opener) -> None:
    finding = latest(opened, "{id: e, date: 2024, what: A storm}, {id: f, date: 2025, what: A flood, actors: [coast]}")

    assert [each["what"] for each in rows(finding, "latest-events")] == ["A storm"]
    assert finding.tables[0].caption == "The last 1 dated event"


SAID = [
    ("{id: a, date: 2025-07-01, what: They met, issue: border}", "They met (1 July 2025)."),
    (
        "{id: a, date: 2025-07-01, what: They met, issue: border},"
        " {id: b, date: 2025-06/2025-07-09, what: They wrote, issue: border}",
        "They met (1 July 2025); 1 event may be later.",
    ),
    (
        "{id: a, date: 2025-05, what: They met, issue: border},"
        " {id: b, date: 2025-06, what: They wrote, issue: border}",
        "They wrote (June 2025).",
    ),
    (
        "{id: a, date: 2025, what: They met, issue: border, reported: 2025-07-01},"
        " {id: b, date: 2024/2025-06, what: They wrote, issue: border}",
        "They wrote (2024 – June 2025).",
    ),
]


@pytest.mark.parametrize(("events", "expected"), SAID)
def test_the_headline_names_the_last_that_is_sure(events: str, expected: str, opened: Opener) -> None:
    assert latest(opened, events).headline == expected


def test_what_has_no_date_of_its_own_is_counted_and_the_first_who_took_part_are_named(opened: Opener) -> None:
    events = (
        "{id: a, date: 2025-07-01, what: They met, note: for hours,"
        " actors: [north, {actor: south, role: host}, chair, coast, isle], cites: [s ¶1], hedge: perhaps},"
        " {id: b, date: {before: a}, what: They wrote, issue: border},"
        " {id: c, date: ../2025-06, what: They spoke, issue: border}"
    )
    finding = latest(opened, events)
    (row,) = rows(finding, "latest-events")

    assert [said.text for said in finding.statements] == ["2 more events have no date of their own."]
    assert row["actors"] == ("North", "South (host)", "3 more")
    assert row["cites"] == ["s ¶1"]
    assert "noted" not in row
    assert finding.tables[0].rows[0].hedge == "perhaps"


@st.composite
def dates(random: st.DrawFn) -> list[str]:
    """Return days, months and spans."""
    day = st.dates(date(2019, 1, 1), date(2025, 7, 9))
    written = st.one_of(
        day.map(str),
        day.map(lambda one: f"{one:%Y-%m}"),
        st.tuples(day, day).map(sorted).map(lambda two: f"{two[0]}/{two[1]}"),
    )
    return random(st.lists(written, min_size=1, max_size=14))


def first_day(written: str) -> str:
    return f"{written}-01" if len(written) == len("2025-07") else written[:10]


@given(written=dates())
def test_three_are_shown_the_latest_first_by_the_day_they_began(
    written: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.getbasetemp() / "events.yaml"
    events = "".join(f"  - {{id: e{k}, date: {when}, what: E{k}, issue: border}}\n" for k, when in enumerate(written))
    file.write_text(f"{TEXT}events:\n{events}", "utf-8")
    certain = [when for when in written if when != "2025-07"]
    assume(certain)
    finding = chapter(open_case(file).at().chronicle(), "latest")
    began = [first_day(written[int(each["what"][1:])]) for each in rows(finding, "latest-events")]

    assert began == sorted(map(first_day, certain), reverse=True)[:3]
    assert finding.tables[0].shown >= len(began)
