"""Headlines of the chronicle: none, one and many; certain and not."""

from __future__ import annotations

import pytest
from tests.conftest import Opener
from tests.lenses.reading import chapter

BASE = """
case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
issues: [{id: route, name: The route}, {id: text, name: The text}]
"""


def headline(opened: Opener, name: str, text: str, as_of: str | None = None) -> str:
    case = opened((BASE.replace("actors:", "#") if "actors:" in text else BASE) + text)
    assert case.errors == ()
    return chapter(case.at(as_of).chronicle(), name).headline


def absent(opened: Opener, name: str, text: str, as_of: str | None = None) -> bool:
    return name not in [finding.id for finding in opened(BASE + text).at(as_of).chronicle().findings]


TRACK = "{id: a, name: Direct talks, mediators: [], from: 2024}"
FORMATS = [
    (f"[{TRACK}]", "One negotiation track is active, without a mediator: Direct talks."),
    (
        f"[{TRACK}, {{id: b, name: Shuttle, mediators: [south], from: 2024}}]",
        "2 negotiation tracks are active, without a mediator: Direct talks; through a mediator: Shuttle.",
    ),
    ("[{id: a, from: 2026}]", "No negotiation track is active."),
    ("[{id: a, from: 2025-07}]", "No negotiation track is certainly active; whether 1 track had begun cannot be said."),
    (
        f"[{TRACK}, {{id: b, from: 2025-07}}, {{id: c}}]",
        "One negotiation track is active, without a mediator: Direct talks; whether 2 others had begun cannot be said.",
    ),
    (
        f"[{TRACK}, {{id: b, from: 2023, to: 2025-07}}]",
        "One negotiation track is active, without a mediator: Direct talks; whether 1 other still goes on cannot be "
        "said.",
    ),
    (
        "[{id: b, from: 2023, to: 2025-07}, {id: c, from: 2024, to: 2025}, {id: d, from: 2025}]",
        "No negotiation track is certainly active; whether 1 track had begun cannot be said; whether 2 tracks still go "
        "on cannot be said.",
    ),
    ("[{id: a, from: 2025, to: 2025}]", "No negotiation track is certainly active; whether 1 track had begun"),
]


@pytest.mark.parametrize(("tracks", "expected"), FORMATS)
def test_formats(tracks: str, expected: str, opened: Opener) -> None:
    found = headline(opened, "formats", f"formats: {tracks}")

    assert found.startswith(expected)
    assert found == expected or not expected.endswith(".")


AGENDA = [
    ("[{id: a, name: A, on_agenda: 2025-01}, {id: b, name: B, on_agenda: true}]", "On the agenda: A and B."),
    ("[{id: a, name: A, on_agenda: false}]", "No issue is on the agenda. Known to be absent: A."),
    ("[{id: a, name: A}]", "No issue is certainly on the agenda."),
    ("[{id: a, name: A, on_agenda: 2026}]", "No issue is on the agenda. On it at another time: A."),
    (
        "[{id: a, name: A, on_agenda: 2025-01}, {id: b, name: B, parent: a, on_agenda: 2025-01},"
        " {id: c, name: C, parent: a, on_agenda: false}]",
        "On the agenda: B. Known to be absent: C.",
    ),
    (
        "[{id: a, name: A, on_agenda: 2025-01}, {id: b, name: B, on_agenda: 2025-01},"
        " {id: c, name: C, parent: a, on_agenda: 2025-01}]",
        "On the agenda: A and B.",
    ),
]


@pytest.mark.parametrize(("issues", "expected"), AGENDA)
def test_agenda(issues: str, expected: str, opened: Opener) -> None:
    case = opened(f"case: {{id: demo, as_of: 2025-07-10}}\nissues: {issues}")

    assert chapter(case.at().chronicle(), "agenda").headline == expected


OLD, NEW = "{actor: north, issue: route, date: 2024}", "{actor: north, issue: route, date: 2025-01}"
POSITIONS = [
    (f"[{OLD}]", "1 stated position of 1 actor."),
    (f"[{OLD}, {{actor: south, issue: route, date: 2024}}]", "2 stated positions of 2 actors."),
    (f"[{OLD}, {NEW}]", "1 stated position of 1 actor; 1 other given up since, or of uncertain date."),
    (
        f"[{OLD}, {NEW}, {{actor: north, issue: route, date: 2025-07}}]",
        "1 stated position of 1 actor; 2 others given up since, or of uncertain date.",
    ),
    (
        "[{actor: north, issue: route, date: 2025-07}]",
        "No position is certainly held at this date; 1 position given up since, or of uncertain date.",
    ),
    (f"[{OLD}, {{actor: north, issue: route, date: 2026}}]", "1 stated position of 1 actor."),
]


@pytest.mark.parametrize(("positions", "expected"), POSITIONS)
def test_positions(positions: str, expected: str, opened: Opener) -> None:
    assert headline(opened, "positions", f"positions: {positions}") == expected


def test_positions_that_all_lie_later_are_no_chapter(opened: Opener) -> None:
    assert absent(opened, "positions", "positions: [{actor: north, issue: route, date: 2026}]")


MADE = "status: [{is: in-force, from: 2024}]"
COMMITMENTS = [
    (f"[{{id: c, {MADE}}}]", "1 commitment: 1 in force."),
    (f"[{{id: c, {MADE}}}, {{id: d, {MADE}}}]", "2 commitments: 2 in force."),
    ("[{id: c, status: [{is: agreed, from: 2026}]}]", "1 commitment: 1 not yet made."),
    ("[{id: c, status: [{is: agreed, from: 2025-07}]}]", "1 commitment: 1 of unknown status."),
    (f"[{{id: c, {MADE}}}, {{id: d}}]", "2 commitments: 1 in force and 1 of unknown status."),
]


@pytest.mark.parametrize(("owed", "expected"), COMMITMENTS)
def test_commitments(owed: str, expected: str, opened: Opener) -> None:
    assert headline(opened, "commitments", f"commitments: {owed}") == expected


STEPS = [
    ("[{id: s, name: S}]", "Of 1 step, none is met."),
    ("[{id: s, name: S, status: met}]", "Of 1 step, 1 is met."),
    ("[{id: s, name: S, status: met}, {id: t, name: T, status: met}]", "Of 2 steps, 2 are met."),
    ("[{id: s, name: S, status: met, date: 2025-07}]", "Of 1 step, 1 is met."),
    ("[{id: s, name: S, demanded_by: [north]}]", "Of 1 step, none is met; still demanded: S (by North)."),
    ("[{id: s, name: S, status: met, demanded_by: [north]}]\nroadmap: {goal: s}", "Of 1 step towards “S”, 1 is met."),
]


@pytest.mark.parametrize(("steps", "expected"), STEPS)
def test_steps(steps: str, expected: str, opened: Opener) -> None:
    assert headline(opened, "steps", f"steps: {steps}") == expected


def test_steps_that_may_have_been_met_later(opened: Opener) -> None:
    steps = "steps: [{id: s, name: S, status: met, date: 2025-07}]"
    assert headline(opened, "steps", steps, "2025-07-05") == "Of 1 step, none is met, and of 1 it cannot be said."


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


ACT = "{from: north, to: south, date: 2024}"
RELATIONS = [
    (f"[{ACT}]", "1 act or attitude between 1 pair of actors."),
    (f"[{ACT}, {{from: south, to: north, date: 2024}}]", "2 acts and attitudes between 1 pair of actors."),
    (
        "[{from: north, to: south, date: 2025-07}]",
        "1 act or attitude between 1 pair of actors; of 1 it cannot be said whether it came by this date.",
    ),
    ("[{from: north, to: south}]", "1 act or attitude between 1 pair of actors."),
]


@pytest.mark.parametrize(("relations", "expected"), RELATIONS)
def test_relations(relations: str, expected: str, opened: Opener) -> None:
    assert headline(opened, "relations", f"relations: {relations}") == expected


OTHERS = [
    ("measures", "measures: [{id: m, observations: [{value: 1}]}]", "1 quantity observed by this date."),
    (
        "measures",
        "measures: [{id: m, observations: [{value: 1}]}, {id: k, observations: [{value: 1}]}]",
        "2 quantities observed by this date.",
    ),
    ("forecasts", "forecasts: [{id: f}]", "1 forecast on record, and it is not conditional."),
    ("forecasts", "forecasts: [{id: f, if: a}]", "1 forecast on record, and it is conditional."),
    ("forecasts", "forecasts: [{id: f}, {id: g}]", "2 forecasts on record, none of them conditional."),
    ("forecasts", "forecasts: [{id: f, if: a}, {id: g}]", "2 forecasts on record, 1 of them conditional."),
    ("forecasts", "forecasts: [{id: f, if: a}, {id: g, if: b}]", "2 forecasts on record, all of them conditional."),
    ("tensions", "tensions: [{id: t, what: w}]", "1 tension between claims."),
    (
        "tensions",
        "tensions: [{id: t, what: w, reading: r}]",
        "1 tension between claims, with the reading this case takes.",
    ),
    (
        "tensions",
        "tensions: [{id: t, what: w, reading: r}, {id: u, what: w}]",
        "2 tensions between claims, 1 of them with the reading this case takes.",
    ),
    (
        "tensions",
        "tensions: [{id: t, what: w, reading: r}, {id: u, what: w, reading: r}]",
        "2 tensions between claims, each with the reading this case takes.",
    ),
    ("terms", "terms: [{term: t}]", "1 contested term."),
    ("terms", "terms: [{term: t, used_by: [north]}]", "1 contested term, attributed to those who use it."),
    (
        "terms",
        "terms: [{term: t, used_by: [north]}, {term: u, used_by: [north]}]",
        "2 contested terms, each attributed to those who use it.",
    ),
    ("actors", "", "2 actors."),
    ("actors", "actors: [{id: north, name: North, kind: state, role: party}]", "1 actor; the party is North."),
    (
        "actors",
        "actors: [{id: a, name: A, kind: state, role: [party, host]}, {id: b, name: B, kind: state, role: party}]",
        "2 actors; the parties are A and B.",
    ),
    (
        "open-questions",
        "",
        "2 questions are left open at this date; none of them is decided by default.",
    ),
    (
        "open-questions",
        "actors: [{id: north, name: North, kind: state}]\nformats: [{id: f}]",
        "3 questions are left open at this date; none of them is decided by default.",
    ),
]


@pytest.mark.parametrize(("name", "text", "expected"), OTHERS)
def test_other_chapters(name: str, text: str, expected: str, opened: Opener) -> None:
    assert headline(opened, name, text) == expected


def test_a_single_open_question(opened: Opener) -> None:
    found = opened("issues: [{id: i, name: The route}]").at().chronicle()

    assert (
        chapter(found, "open-questions").headline
        == "1 question is left open at this date; it is not decided by default."
    )


def test_a_case_with_nothing_has_no_chapter(opened: Opener) -> None:
    assert opened("case: {id: demo, as_of: 2025}").at().chronicle().findings == ()
