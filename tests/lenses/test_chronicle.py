"""Chapters of the chronicle: what stands in their tables, in which order, and how honest their pictures are."""

from __future__ import annotations

from datetime import date

import pytest
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows, tables

from detente.findings import Band, Certainty, Figure, Finding, Lanes, Mark, Text
from detente.session import OpenCase

BASE = """
case: {id: demo, as_of: 2025-07-10}
sources: [{id: s, title: A source, publisher: Press, kind: newspaper, reliability: C, url: "https://example.org"}]
actors:
  - {id: north, name: North, kind: state, role: party, aliases: [Northtown], names: {ka: ჩრდილოეთი}}
  - {id: minister, name: The minister, kind: person, part_of: north, cites: [s ¶1]}
issues: [{id: route, name: The route, continuum: {low: 0, high: 100, unit: km}}]
"""


def read(opened: Opener, name: str, text: str) -> Finding:
    case = opened(BASE + text)
    assert case.errors == ()
    return chapter(case.at().chronicle(), name)


def lanes(figure: Figure) -> Lanes:
    """Return what a figure of lanes draws."""
    assert isinstance(figure.spec, Lanes)
    return figure.spec


def test_actors(opened: Opener) -> None:
    north, minister = rows(read(opened, "actors", ""), "actors")

    assert north["names"] == (Text("ჩრდილოეთი", "ka"),)
    assert (north["aliases"], north["role"], north["part_of"]) == (("Northtown",), ("party",), None)
    assert (minister["part_of"], minister["cites"]) == ("North", ["s ¶1"])


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


MARKS = [
    ("2025-03-13", Mark(date(2025, 3, 13), date(2025, 3, 13), "")),
    ("2025-03", Mark(date(2025, 3, 1), date(2025, 3, 31), "")),
    ("2024-08~", Mark(date(2024, 7, 1), date(2024, 9, 30), "")),
    ("{before: x, by: 1 week}", Mark(date(2025, 6, 24), date(2025, 6, 24), "")),
    ("2020-01-01", Mark(date(2020, 1, 1), date(2020, 1, 1), "")),
    ("2019-12-31", None),
    ("2025-03/..", None),
    ("{before: x}", None),
]


@pytest.mark.parametrize(("when", "mark"), MARKS)
def test_marks_reach_over_every_possible_day(when: str, mark: Mark | None, opened: Opener) -> None:
    text = f"events: [{{id: x, date: 2025-07-01, what: x, kind: anchor}}, {{id: e, date: {when}, what: e, kind: test}}]"
    figure = read(opened, "timeline", text).figures[0]
    spec = lanes(figure)
    drawn = {lane.title: lane.marks for lane in spec.lanes}

    assert (spec.first, spec.today) == (date(2020, 1, 1), date(2025, 7, 10))
    assert [(m.earliest, m.latest) for m in drawn.get("test", ())] == ([(mark.earliest, mark.latest)] if mark else [])
    missing = " 1 more lies or may lie before 2020, or has no dated end: see the table."
    assert figure.description.endswith(missing) == (mark is None)


BANDS = [
    # from, to: drawn from and to, certainly from and to
    ("from: 2024-10-05", ("2024-10-05", None, "2024-10-05", "2025-07-10")),
    ("from: 2024-10", ("2024-10-01", None, "2024-10-31", "2025-07-10")),
    ("from: 2025", ("2025-01-01", None, None, None)),  # it may begin only after the date
    ("from: 2023, to: 2024-05", ("2023-01-01", "2024-05-31", "2023-12-31", "2024-05-01")),
    ("from: 2024, to: 2024", ("2024-01-01", "2024-12-31", None, None)),  # it may have lasted a day, on any day
    ("from: 2023, to: ../2024", ("2023-01-01", "2024-12-31", None, None)),
    ("from: 2023, to: 2024-05/..", ("2023-01-01", None, "2023-12-31", "2024-05-01")),
    ("from: ../2024-05", (None, None, "2024-05-31", "2025-07-10")),
    ("from: 2026-02", ("2026-02-01", None, None, None)),
]


@pytest.mark.parametrize(("dates", "expected"), BANDS)
def test_bands_are_certain_only_where_every_reading_agrees(
    dates: str, expected: tuple[str | None, ...], opened: Opener
) -> None:
    text = f"formats: [{{id: f, name: Talks, {dates}}}, {{id: g, from: 2022-01-01, to: 2022-01-02}}, {{id: h}}]"
    figure = read(opened, "formats", text).figures[0]
    drawn = lanes(figure)
    band: Band = drawn.lanes[0].bands[0]

    sides = (band.start, band.end, band.sure_start, band.sure_end)
    assert tuple(str(day) if day else None for day in sides) == expected
    assert [lane.title for lane in drawn.lanes] == ["Talks", "g"]
    assert figure.description.endswith("1 track without a dated beginning: see the table.")
    assert drawn.first <= date(2022, 1, 1)
    assert drawn.last >= date(2025, 7, 10)


def test_tracks(opened: Opener) -> None:
    text = """formats:
      - {id: f, name: Talks, parties: [north], mediators: [minister], from: 2024, to: 2025-03,
         venues: [V], outputs: [O]}
      - {id: g, name: Silence, mediators: [], note: nobody mediates here, cites: [s ¶3], certainty: fact, from: 2024}
    """
    finding = read(opened, "formats", text)
    talks, silence = rows(finding, "formats")

    assert (talks["active"], talks["to"], talks["parties"]) == ("false", "2025-03", ("North",))
    assert (talks["mediators"], talks["venues"], talks["outputs"]) == (("The minister",), ("V",), ("O",))
    assert (silence["active"], silence["mediators"], silence["to"]) == ("true", "nobody", "no end stated")
    (said,) = finding.statements
    assert (said.text, str(said.cites[0]), said.certainty) == ("Silence: Nobody mediates here.", "s ¶3", "fact")


def test_positions_keep_their_history(opened: Opener) -> None:
    text = """positions:
      - {actor: north, issue: route, stance: old, date: 2024, note: given up, cites: [s ¶4]}
      - {actor: north, issue: route, stance: new, value: [60, 80], date: 2025-03, cites: [s ¶5]}
      - {actor: north, issue: route, stance: later, date: 2025-08}
    """
    finding = read(opened, "positions", text)
    (now,), (then,) = rows(finding, "positions"), rows(finding, "other-positions")

    assert (now["actor"], now["issue"], now["stance"]) == ("North", "The route", "new")
    assert (now["value"], now["since"], now["cites"]) == ("60–80 km", "2025-03", ["s ¶5"])
    assert (then["stance"], then["date"], then["note"], then["cites"]) == ("old", "2024", "given up", ["s ¶4"])


def test_commitments_keep_every_status_and_its_citation(opened: Opener) -> None:
    text = """commitments:
      - id: c
        text: Open the route
        by: [north]
        to: [minister]
        under: The statement
        clause: point 9
        cites: [s ¶6, s ¶7]
        status:
          - {is: agreed, from: 2020-11, cites: [s ¶6]}
          - {is: in-force, from: 2025-07, cites: [s ¶8], assumption: a}
    """
    (row,) = rows(read(opened, "commitments", text), "commitments")

    assert (row["commitment"], row["by"], row["to"], row["under"]) == (
        "Open the route",
        ("North",),
        ("The minister",),
        "The statement point 9",
    )
    assert (row["status"], row["certain"]) == ("agreed", "false")
    assert [words.split()[:2] for words in row["history"]] == [["agreed", "2020-11"], ["in", "force"]]
    assert (row["cites"], row["assumed"]) == (["s ¶6", "s ¶7", "s ¶8"], "a")


def test_measures_show_the_last_observation_and_the_others(opened: Opener) -> None:
    text = """measures:
      - id: m
        what: Delimited
        unit: km
        cites: [s ¶9]
        observations:
          - {value: 12.7, date: 2024, cites: [s ¶10]}
          - {value: [1, 2], date: 2023, comparator: about, assumption: guess}
          - {value: 99, date: 2026}
      - {id: k, observations: [{value: 1000, comparator: more-than}]}
    """
    finding = read(opened, "measures", text)
    delimited, border = rows(finding, "measures")
    (earlier,) = rows(finding, "observations")

    assert (delimited["value"], delimited["as_of"], delimited["observations"]) == ("12.7 km", "2024", 2)
    assert (earlier["value"], earlier["date"], earlier["assumed"]) == ("about 1–2 km", "2023", "guess")
    assert (delimited["cites"], earlier["cites"]) == (["s ¶10", "s ¶9"], ["s ¶9"])
    assert (border["value"], border["as_of"]) == ("more than 1,000", None)


def test_steps_say_what_they_wait_for(opened: Opener) -> None:
    text = """steps:
      - {id: a, name: A, status: met, date: 2025}
      - {id: b, name: B}
      - {id: c, name: C, requires: [{step: a, strict: true}, {any: [b, {all: [a, b]}]}, {step: b, accelerates: true},
         {step: b, hedge: practically, cites: [s ¶11]}], demanded_by: [north], hedge: must}
    """
    found = rows(read(opened, "steps", text), "steps")[2]

    assert found["requires"] == ("A (strictly before)", "(B or (A and B))", "made easier by: B", "B (“practically”)")
    assert (found["met"], found["status"], found["demanded_by"], found["cites"]) == (
        "false",
        "open",
        ("North",),
        ["s ¶11"],
    )


def test_relations_go_by_pair_and_say_whether_they_came_by_the_date(opened: Opener) -> None:
    text = """relations:
      - {from: north, to: minister, what: c, date: 2025-07, goldstein: -4}
      - {from: minister, to: north, what: b}
      - {from: minister, to: north, what: later, date: 2026}
    """
    found = rows(read(opened, "relations", text), "relations")

    assert [(row["from"], row["what"], row["by_now"]) for row in found] == [
        ("The minister", "b", "true"),
        ("North", "c", "undetermined"),
    ]
    assert found[1]["goldstein"] == -4


def test_forecasts_terms_and_tensions(opened: Opener) -> None:
    text = """
forecasts: [{id: f, by: s, if: a, then: b, until: 2026-06, hedge: may, observable: o, probability: [0.2, 0.4]}]
terms: [{term: ზანგეზური, language: ka, used_by: [north, s], neutral: The route, meaning: m}, {term: plain}]
tensions: [{id: t, what: w, reading: r, assumption: a}]
"""
    (forecast,) = rows(read(opened, "forecasts", text), "forecasts")
    term, plain = rows(read(opened, "terms", text), "terms")
    (tension,) = rows(read(opened, "tensions", text), "tensions")

    assert [forecast[key] for key in ("then", "if", "until", "by", "probability", "observable")] == [
        "b",
        "a",
        "2026-06",
        "A source",
        "0.2–0.4",
        "o",
    ]
    assert (term["term"], term["used_by"], term["neutral"]) == (
        Text("ზანგეზური", "ka"),
        ("North", "A source"),
        "The route",
    )
    assert (plain["term"], plain["used_by"]) == ("plain", ())
    assert (tension["reading"], tension["assumed"]) == ("r", "a")


def test_the_agenda_puts_what_is_on_it_first(opened: Opener) -> None:
    text = """case: {id: demo, as_of: 2025-07-10}
issues:
  - {id: a, name: Silent}
  - {id: b, name: Absent, on_agenda: false, note: never named}
  - {id: c, name: Present, on_agenda: 2025-01, outcomes: [{id: x, text: Open}, {id: shut}], parent: a}
"""
    found = rows(chapter(opened(text).at().chronicle(), "agenda"), "issues")

    assert [(row["issue"], row["on_agenda"]) for row in found] == [
        ("Present", "true"),
        ("Absent", "false"),
        ("Silent", "undetermined"),
    ]
    assert (found[0]["since"], found[0]["outcomes"], found[0]["parent"]) == (("2025-01",), ("Open", "shut"), "Silent")
    assert found[1]["note"] == "never named"


def open_questions(case: OpenCase) -> list[str]:
    return [row["what"] for row in rows(chapter(case.at().chronicle(), "open-questions"), "undetermined")]


def test_open_questions_have_names(opened: Opener) -> None:
    case = opened(
        BASE
        + """
events: [{id: e, date: 2025-07, what: They met}, {id: f, date: {before: e}, what: They spoke}]
positions: [{actor: north, issue: route, date: 2025-07}, {id: p, actor: minister, issue: route, date: 2025-07}]
measures: [{id: m, what: Length, observations: [{value: 1, date: 2025-07}]}]
commitments: [{id: c, text: The promise}]
"""
    )
    found = rows(chapter(case.at().chronicle(), "open-questions"), "undetermined")

    assert open_questions(case) == [
        "They met",
        "They spoke",
        "The promise",
        "The route",
        "North on The route",
        "The minister on The route",
        "Length",
    ]
    assert "before 'They met'" in found[1]["because"]
    assert "the position of 'North' on 'The route'" in found[4]["because"]


def test_sources_are_listed_as_a_bibliography_lists_them(opened: Opener) -> None:
    (reference,) = opened(BASE).at().chronicle().references

    assert (reference.source, reference.text, reference.url) == ("s", "A source. Press.", "https://example.org")
    assert reference.details == ("newspaper", "reliability C")
