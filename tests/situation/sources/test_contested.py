"""What rests on retracted and refuted sources alone is contested: held against reachability in a graph of its own."""

from __future__ import annotations

from typing import Any

import networkx
from hypothesis import given
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows
from tests.situation.sources.drawn import NAMES, cases

from detente.case import Case
from detente.situation import clock_of
from detente.situation.sources import contested_claims, standings_of


def standing_graph(raw: dict[str, Any], words: frozenset[str]) -> set[str]:
    """Return the sources from which one of some words is reached, by their origin or through ``via``."""
    graph: networkx.DiGraph[str] = networkx.DiGraph()
    for source in raw["sources"]:
        origin = f"origin {source.get('origin', source['id'])}"
        graph.add_edge(f"source {source['id']}", origin)
        if any(status["is"] in words for status in source.get("status", [])):
            graph.add_edge(origin, "gone")
        if "via" in source:
            graph.add_edge(f"source {source['id']}", f"source {source['via']}")
    return {
        source["id"]
        for source in raw["sources"]
        if "gone" in graph and networkx.has_path(graph, f"source {source['id']}", "gone")
    }


@given(cases())
def test_a_claim_is_contested_where_all_its_sources_reach_one_that_is_gone(raw: dict[str, Any]) -> None:
    gone = standing_graph(raw, frozenset({"retracted", "refuted"}))
    shaky = gone | standing_graph(raw, frozenset({"disputed"}))
    cited = {event["id"]: {cite.partition(" ")[0] for cite in event["cites"]} for event in raw["events"]}
    expected = {name: sources <= gone for name, sources in cited.items() if sources <= shaky}

    found = contested_claims(clock_of(Case.model_validate(raw)))
    assert {each.claim.id: each.is_withdrawn for each in found} == expected  # type: ignore[attr-defined]


@given(cases())
def test_what_became_of_a_source_is_the_weightiest_that_reaches_it(raw: dict[str, Any]) -> None:
    words = {name: each.word for name, each in standings_of(clock_of(Case.model_validate(raw))).items()}
    by_word = {word: standing_graph(raw, frozenset({word})) for word in ("retracted", "refuted", "disputed")}
    for name in NAMES:
        reached = [word for word, sources in by_word.items() if name in sources]
        assert words.get(name) == (reached[0] if reached else None)


TEXT = """
case: {id: c, title: The ford, as_of: 2025-07-10, known_until: 2025-07-31}
sources:
  - {id: wire, title: The wire, status: [{is: retracted, from: 2025-06-01, cites: [paper]}]}
  - {id: paper, title: The paper, status: [{is: disputed, from: 2025-07-05, assumption: we heard so}]}
  - {id: gazette, title: The gazette}
actors: [{id: n, name: North, kind: state}, {id: s, name: South, kind: state}]
events:
  - {id: told, date: 2025-05-01, what: They met, cites: [wire ¶1]}
  - {id: both, date: 2025-05-02, what: They met again, cites: [wire ¶2, paper ¶2]}
  - {id: held, date: 2025-05-03, what: They parted, cites: [wire ¶3, gazette ¶3]}
conflict:
  from: 2025-01
  decision_makers:
    - actor: n
      options: [{id: pay, text: Pay, cites: [gazette]}]
      preferences: {statements: [{id: n1, when: sail, cites: [wire]}]}
    - actor: s
      options: [{id: sail, text: Sail, cites: [gazette]}]
      preferences: {statements: [{id: s1, when: pay, cites: [gazette]}]}
  status_quo: []
"""


def assumed(opened: Opener, as_of: str) -> dict[str, str]:
    timeline = chapter(opened(TEXT).at(as_of).show(), "timeline")
    return {row["what"]: row["assumed"] for row in rows(timeline, "events")}


def test_it_is_said_beside_the_claim_from_the_day_of_the_retraction(opened: Opener) -> None:
    mark = "contested, as “The wire” is retracted (1 June 2025)"
    assert assumed(opened, "2025-05-31") == {"They met": "", "They met again": "", "They parted": ""}
    assert assumed(opened, "2025-06-01") == {"They met": mark, "They met again": "", "They parted": ""}


def test_what_is_only_disputed_beside_it_is_doubtful(opened: Opener) -> None:
    show = opened(TEXT).at().show()
    told = {each["id"]: each["status"] for each in show.document["contested"]}
    assert told == {"told": "contested", "both": "doubtful", "conflict.n.n1": "contested"}
    assert "contested" not in opened(TEXT).at("2025-05-31").show().document


def test_results_that_use_it_say_so_beside_the_result(opened: Opener) -> None:
    impasse = chapter(opened(TEXT).at().conflict(), "impasse")
    assert [each.assumption for each in impasse.assumptions if "contested" in each.assumption] == [
        "contested, as “The wire” is retracted (1 June 2025)"
    ]
    assert not chapter(opened(TEXT).at("2025-05-31").conflict(), "impasse").assumptions
    stuck = next(each for each in opened(TEXT).at().brief().sentences if each.answers == "stuck")
    assert "n1" in stuck.assumptions
    assert "2 claims are contested." in opened(TEXT).at().brief().rests_on


def test_a_retraction_that_may_have_come_makes_no_more_than_a_doubt(opened: Opener) -> None:
    text = TEXT.replace("from: 2025-06-01", "from: 2025-06")
    show = opened(text).at("2025-06-15").show()
    assert not any(row["assumed"] for row in rows(chapter(show, "timeline"), "events"))
    told = show.document["contested"]
    assert {each["id"]: each["status"] for each in told} == {"told": "doubtful", "conflict.n.n1": "doubtful"}
    assert told[0]["because"] == "“The wire” may be retracted (June 2025)"


def test_an_assumption_that_is_there_stays_in_front(opened: Opener) -> None:
    text = TEXT.replace("cites: [wire ¶1]", "cites: [wire ¶1], assumption: seen from afar")
    row = rows(chapter(opened(text).at().show(), "timeline"), "events")[0]
    assert row["assumed"] == "seen from afar; contested, as “The wire” is retracted (1 June 2025)"


def test_nothing_is_copied_where_nothing_became_of_any_source(opened: Opener) -> None:
    case = opened(TEXT.replace(", status: [{is: retracted, from: 2025-06-01, cites: [paper]}]", ""))
    at = case.at("2025-06-01")
    assert at.moment.written is case.case


def test_what_became_of_it_stands_in_the_list_of_sources(opened: Opener) -> None:
    told = {each.source: each.details for each in opened(TEXT).at().show().references}
    assert "“The wire” is retracted (1 June 2025)" in told["wire"]
    assert not told["gazette"]
