"""What a case is without a source: reachability in a graph of its own, laws, and no lens that fails."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import ROOT, Opener
from tests.situation.sources.drawn import NAMES, cases

from detente.case import Case
from detente.case.origins import gone_with
from detente.checks import Context
from detente.diagnostics import Place, SourceMap, Span
from detente.findings.sources import WithoutSources
from detente.session import CaseError, OpenCase, open_case
from detente.session.leaving import leave_out

FLAGSHIP = open_case(ROOT / "examples" / "south-caucasus")
SOURCES = [source.id for source in FLAGSHIP.case.sources]


def left(case: Case, *names: str) -> tuple[Case, WithoutSources]:
    context = Context(case, SourceMap(Place(Span("", 1))), frozenset(), {}, lenses=frozenset())
    return leave_out(context, names)


def falls(raw: dict[str, Any], names: set[str]) -> tuple[set[str], set[str]]:
    """Return the sources, and the events, that reach sources which are left out: events by all that they cite."""
    graph: networkx.DiGraph[str] = networkx.DiGraph()
    for source in raw["sources"]:
        origin = f"origin {source.get('origin', source['id'])}"
        graph.add_edge(source["id"], origin)
        if source["id"] in names:
            graph.add_edge(origin, "gone")
        if "via" in source:
            graph.add_edge(source["id"], source["via"])
    gone = {source["id"] for source in raw["sources"] if networkx.has_path(graph, source["id"], "gone")}
    return gone, {event["id"] for event in raw["events"] if set(event["cites"]) <= gone}


@given(cases(), st.sets(st.sampled_from(NAMES), min_size=1, max_size=3))
def test_what_falls_away_reaches_nothing_else(raw: dict[str, Any], names: set[str]) -> None:
    sources, events = falls(raw, names)
    case, found = left(Case.model_validate(raw), *sorted(names))

    assert set(found.sources) == sources
    assert {each.id for each in found.fell if each.section == "events"} == events
    assert [event.id for event in case.events] == [each["id"] for each in raw["events"] if each["id"] not in events]
    assert not any(cite.source in sources for event in case.events for cite in event.cites)


@given(cases(), st.permutations(NAMES))
def test_the_order_in_which_sources_go_does_not_matter(raw: dict[str, Any], names: list[str]) -> None:
    whole = Case.model_validate(raw)
    together, _ = left(whole, *names[:2])
    for pair in (names[:2], names[1::-1]):
        case = whole
        for name in pair:
            if name in {source.id for source in case.sources}:
                case, _ = left(case, name)
        assert case == together


@given(cases())
def test_without_a_source_that_nobody_cites_nothing_else_changes(raw: dict[str, Any]) -> None:
    raw["sources"].append({"id": "idle", "title": "Nobody cites it"})
    case, found = left(Case.model_validate(raw), "idle")

    assert (found.sources, found.fell, found.references, found.missing) == (("idle",), (), (), ())
    assert case == Case.model_validate(raw | {"sources": raw["sources"][:-1]})


@given(cases())
def test_a_claim_with_two_origins_survives_one(raw: dict[str, Any]) -> None:
    whole = Case.model_validate(raw)
    for name in NAMES:
        gone = gone_with(whole.sources, (name,))
        case, _ = left(whole, name)
        kept = {event.id for event in case.events}
        for event in whole.events:
            assert (event.id in kept) == any(cite.source not in gone for cite in event.cites)


TEXT = """
case: {id: c, title: The ford, as_of: 2025-07-10, known_until: 2025-07-31}
sources:
  - {id: wire, title: The wire, origin: statement}
  - {id: copy, title: The copy, origin: statement}
  - {id: heard, title: Hearsay, via: wire}
  - {id: paper, title: The paper}
actors:
  - {id: n, name: North, kind: state}
  - {id: s, name: South, kind: state}
  - {id: e, name: The envoy, kind: person, cites: [copy ¶1]}
events:
  - {id: met, date: 2025-05-01, what: They met, actors: [n, s, e], cites: [paper ¶1]}
  - {id: talk, date: 2025-05-02, what: A talk, cites: [heard]}
  - {id: after, date: {after: talk, by: 2 days}, what: What came of it, cites: [paper ¶2]}
issues: [{id: ford, name: The ford, outcomes: [{id: open, text: Open, cites: [paper]}, {id: shut, text: Shut}]}]
positions: [{id: p, actor: n, issue: ford, stance: Open it, date: {before: talk}, cites: [paper ¶3]}]
commitments:
  - {id: owed, text: Pay, by: [n], status: [{is: agreed, from: 2024, cites: [wire]}, {is: broken, cites: [paper]}]}
  - {id: lost, text: Sing, by: [n], status: [{is: agreed, from: 2024, cites: [wire]}]}
measures:
  - {id: m, what: Width, unit: m, observations: [{value: 3, date: 2024, cites: [wire]}]}
steps:
  - {id: toll, name: A toll is agreed, cites: [copy]}
  - {id: goal, name: The ford is open, requires: [toll], duration: [5, 9], cites: [paper]}
roadmap: {goal: goal}
conflict:
  decision_makers:
    - actor: n
      options: [{id: pay, text: Pay, cites: [wire]}, {id: build, text: Build, available: "step:toll", cites: [paper]}]
      preferences: {statements: [{id: n1, when: sail, cites: [paper]}, {id: n2, when: not pay, cites: [wire]}]}
    - actor: s
      options: [{id: sail, text: Sail, cites: [paper]}]
      preferences: {statements: [{id: s1, when: pay, cites: [paper]}]}
  status_quo: [pay]
settlement:
  parties:
    - {actor: n, batna: 0.3, values: {ford: {open: 0.9, shut: 0.1}}, cites: [paper]}
    - {actor: s, batna: 0.3, values: {ford: {open: 0.4, shut: 0.5}}, assumption: guessed, cites: [wire]}
scenarios:
  - {id: no-toll, changes: [{set: steps.toll.status, to: met}]}
  - {id: no-wish, changes: [{drop: conflict.n.n1}]}
"""


def fallen(case: OpenCase) -> dict[str, str]:
    assert case.left is not None
    return {each.id: each.because for each in case.left.fell}


def test_what_rests_on_it_alone_falls_and_the_rest_is_a_case(opened: Opener) -> None:
    case = opened(TEXT).without("wire")
    alone = "it rests on “The wire” alone"
    assert case.left is not None
    assert case.left.sources == ("wire", "copy", "heard")
    assert fallen(case) == {
        "e": "it rests on “The copy” alone",
        "talk": "it rests on “Hearsay” alone",
        "commitments.owed.status.1": alone,
        "lost": alone,
        "m": alone,
        "toll": "it rests on “The copy” alone",
        "conflict.n.pay": alone,
        "conflict.n.n2": alone,
        "after": "it is dated by 'talk', which falls away",
        "no-toll": "'steps.toll' names nothing in the case",
    }
    assert {(each.id, each.names) for each in case.left.references} == {
        ("met", "e"),
        ("goal", "toll"),
        ("p", "talk"),
        ("conflict.n.build", "toll"),
    }
    assert case.left.missing == ()


def test_what_stays_is_worked_with_again(opened: Opener) -> None:
    whole = opened(TEXT)
    case = whole.without("wire")
    assert [each.date for each in case.case.positions] == [None]
    assert case.at().conflict().document["options"] == whole.at().conflict().document["options"]
    assert case.at().conflict().document["status_quo"] == "NNN"
    assert case.at().settle().document["packages"]["count"] == 2
    assert case.at("2025-07-10", scenario="no-wish").conflict().document["determined"] is True


def test_every_document_says_what_is_left_out(opened: Opener) -> None:
    case = opened(TEXT).without("paper")
    for findings in case.at().look_around():
        assert findings.document["without"]["asked"] == ["paper"]
        assert "without" not in opened(TEXT).at().look(findings.lens).document
    assert "Without “The paper”." in case.at().brief().rests_on


def test_where_no_model_is_left_the_lens_says_what_is_missing(opened: Opener) -> None:
    sight = opened(TEXT).without("paper").at()
    conflict, road = sight.conflict(), sight.roadmap()
    assert conflict.document["determined"] is False
    assert conflict.document["equilibria"] is None
    assert [each.text for each in conflict.undetermined] == [
        "without “The paper”, nothing is left of what “South” wants"
    ]
    assert [each.text for each in road.undetermined] == ["without “The paper”, too little of it is left"]


def test_a_decision_maker_that_is_not_known_any_more_leaves_no_conflict(opened: Opener) -> None:
    text = TEXT.replace("- {id: s, name: South, kind: state}", "- {id: s, name: South, kind: state, cites: [wire]}")
    sight = opened(text).without("wire").at()
    assert [each.text for each in sight.conflict().undetermined] == [
        "without “The wire”, “South” decides in it, and falls away"
    ]
    assert [each.text for each in sight.settle().undetermined] == [
        "without “The wire”, fewer than two parties are left"
    ]


def test_a_decision_maker_that_falls_away_itself_decides_nothing(opened: Opener) -> None:
    text = TEXT.replace("    - actor: s\n", "    - actor: s\n      cites: [wire]\n")
    document = opened(text).without("wire").at().conflict().document
    assert document["determined"] is True
    assert set(document["states"]["list"]) <= {"NNN", "NYN"}


def test_a_conclusion_keeps_the_finding_that_it_rests_on(opened: Opener) -> None:
    text = TEXT + "conclusions: [{id: stuck, text: They are stuck, rests_on: [talk, conflict-impasse]}]\n"
    case = opened(text).without("wire")
    assert case.left is not None
    assert [each.rests_on for each in case.case.conclusions] == [("conflict-impasse",)]
    assert ("stuck", "conflict-impasse") not in {(each.id, each.names) for each in case.left.references}


def test_unknown_sources_are_told_with_what_was_meant(opened: Opener) -> None:
    with pytest.raises(LookupError, match=r"no source 'wier'; did you mean 'wire'\?"):
        opened(TEXT).without("wire", "wier")
    with pytest.raises(LookupError, match="it has none"):
        opened("case: {id: c, as_of: 2025}").without("zzz")
    with pytest.raises(TypeError, match="id of a source"):
        opened(TEXT).without(3)  # type: ignore[arg-type]
    with pytest.raises(CaseError):
        opened("case: {id: c}").without("wire")


def test_without_nothing_it_is_the_case(opened: Opener) -> None:
    case = opened(TEXT)
    assert case.without() is case


def without(value: Any, name: str) -> Any:
    """Return plain values without citations, and without a source where it is only named."""
    if isinstance(value, dict):
        return {key: without(each, name) for key, each in value.items() if key != "cites"}
    if isinstance(value, list | tuple):
        return [without(each, name) for each in value if each != name]
    return None if value == name else value


def naming(name: str) -> set[str]:
    """Return the records of the flagship's chronicle that name a source without citing it."""
    conclusions = {each.id for each in FLAGSHIP.case.conclusions if name in each.rests_on}
    motives = {
        each.id
        for each in FLAGSHIP.case.episodes
        for step in each.incidents
        for motive in step.motive
        if motive.by == name
    }
    return conclusions | motives


@pytest.mark.parametrize("name", SOURCES)
def test_the_flagship_without_any_of_its_sources_runs_through_every_lens(name: str) -> None:
    """Where nothing falls away the models are what they were: only the chronicle tells of sources and citations."""
    case = FLAGSHIP.without(name)
    assert case.left is not None
    assert name in case.left.sources
    lenses = [case.at().show(), case.at("2024-06-01").show()]
    if case.left.fell:
        lenses += case.at().look_around()
        assert case.at().edition("detente report").brief
    else:
        assert case.left.missing == ()
        assert {each.id for each in case.left.references} == naming(name)
        before, after = (without(each.case.model_dump(exclude={"sources"}), name) for each in (FLAGSHIP, case))
        assert before == after
    for findings in lenses:
        assert findings.document["without"]["asked"] == [name]
        assert all(finding.headline for finding in findings.findings)


PAIRS = list(combinations(("article", "dossier", "geonames", "carec-2022-georgia"), 2))


@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
def test_of_the_flagship_too_the_order_does_not_matter(pair: tuple[str, str]) -> None:
    one, other = (_one_by_one(FLAGSHIP.case, names) for names in (pair, pair[::-1]))
    assert one == other


def _one_by_one(case: Case, names: tuple[str, ...]) -> Case:
    for name in names:
        if name in {source.id for source in case.sources}:
            case, _ = left(case, name)
    return case
