"""What stands: every position taken and not superseded, whatever was said later."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.conftest import Opener

from detente.lenses.chronicle.options import ChronicleOptions
from detente.session import OpenCase, open_case

HEAD = """
case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
issues: [{id: text, name: The text}, {id: route, name: The route, continuum: {}}]
"""


def standing(case: OpenCase, as_of: str | None = None) -> list[tuple[str, str, str | None, str | None]]:
    """Return actor, issue, kind and stance of what stands on the page's document, the latest of each first."""
    found = case.at(as_of).chronicle().document["positions"]
    return [
        (actor, issue, each["kind"], each["stance"])
        for actor, by_issue in found.items()
        for issue, latest in by_issue.items()
        for each in (latest, *latest["beside"])
    ]


STATED = """
positions:
  - {id: first, actor: north, issue: text, kind: demand, stance: amend, date: 2025-01}
  - {id: second, actor: north, issue: text, kind: claim, stance: it claims, date: 2025-03}
  - {id: third, actor: north, issue: text, kind: demand, stance: amend more, date: 2025-05, supersedes: [first]}
  - {id: other, actor: south, issue: text, stance: no, date: 2025-02}
"""


@pytest.mark.parametrize(
    ("as_of", "north"),
    [
        ("2024-12-31", []),
        ("2025-01-15", []),
        ("2025-02-01", [("demand", "amend")]),
        ("2025-04-30", [("claim", "it claims"), ("demand", "amend")]),
        ("2025-05-15", [("claim", "it claims"), ("demand", "amend")]),
        ("2025-05-31", [("demand", "amend more"), ("claim", "it claims")]),
    ],
)
def test_a_later_position_ends_an_earlier_one_only_where_it_says_so(
    as_of: str, north: list[tuple[str, str]], opened: Opener
) -> None:
    case = opened(HEAD + STATED)

    assert case.errors == ()
    assert [(kind, stance) for actor, _, kind, stance in standing(case, as_of) if actor == "north"] == north


def test_what_a_superseded_position_had_superseded_does_not_come_back(opened: Opener) -> None:
    chain = """
positions:
  - {id: one, actor: north, issue: text, stance: one, date: 2025-01-01}
  - {id: two, actor: north, issue: text, stance: two, date: 2025-02-01, supersedes: [one]}
  - {id: three, actor: north, issue: text, stance: three, date: 2025-03-01, supersedes: [two]}
"""
    assert [stance for *_, stance in standing(opened(HEAD + chain))] == ["three"]


def test_the_document_has_the_latest_and_what_stands_beside_it(opened: Opener) -> None:
    text = """
positions:
  - {id: old, actor: north, issue: route, kind: offer, stance: half, value: [40, 60], date: 2025-01, assumption: x}
  - {actor: north, issue: route, kind: demand, stance: no checks, date: 2025-03}
"""
    found = opened(HEAD + text).at().chronicle().document["positions"]["north"]["route"]

    assert found == {
        "stance": "no checks",
        "value": None,
        "since": "2025-03",
        "kind": "demand",
        "beside": [{"id": "old", "kind": "offer", "stance": "half", "value": [40.0, 60.0], "since": "2025-01"}],
    }


@pytest.mark.parametrize("order", [1, -1])
def test_of_one_date_a_demand_is_named_first(order: int, opened: Opener) -> None:
    lines = [
        "  - {id: a, actor: north, issue: text, kind: claim, stance: it claims, date: ../2025-07-01}",
        "  - {id: b, actor: north, issue: text, kind: demand, stance: amend, date: ../2025-07-01}",
        "  - {id: c, actor: north, issue: text, kind: offer, stance: to meet, date: ../2025-07-01}",
    ]
    case = opened(HEAD + "positions:\n" + "\n".join(lines[::order]) + "\n")

    assert [kind for _, _, kind, _ in standing(case)] == ["demand", "offer", "claim"]


def numbers(case: OpenCase, as_of: str | None = None) -> dict[str, Any]:
    """Return by actor the number on the scale that exports and models read."""
    model = case.at(as_of).look("chronicle", ChronicleOptions(model=True)).document["model"]
    return {actor["id"]: actor["positions"]["route"]["value"] for actor in model["actors"] if actor["positions"]}


def test_models_read_the_latest_number_that_stands(opened: Opener) -> None:
    text = """
positions:
  - {id: a, actor: north, issue: route, value: 10, date: 2025-01-01, assumption: x}
  - {id: b, actor: north, issue: route, value: 30, date: 2025-02-01, assumption: x}
  - {id: c, actor: north, issue: route, kind: demand, stance: no checks, date: 2025-03-01}
  - {id: d, actor: north, issue: route, value: 50, date: 2025-04-01, supersedes: [b, c], assumption: x}
  - {id: e, actor: north, issue: route, stance: nothing, date: 2025-05-01, supersedes: [d]}
  - {actor: south, issue: route, value: 90, date: 2025-01-01, assumption: x}
"""
    case = opened(HEAD + text)

    assert case.errors == ()
    read = {day: numbers(case, day)["north"] for day in ("2025-01-31", "2025-03-31", "2025-04-01", "2025-05-01")}
    assert read == {"2025-01-31": 10.0, "2025-03-31": 30.0, "2025-04-01": 50.0, "2025-05-01": 10.0}
    settled = case.at("2025-04-01").settlement().document["issues"]["route"]
    assert settled["compromise"]["value"] == pytest.approx((50 + 90) / 2)


def test_a_position_that_was_certainly_superseded_is_no_open_question(opened: Opener) -> None:
    """Whether the first was taken by July does not matter once the second took its place."""
    text = """
positions:
  - {id: one, actor: north, issue: text, stance: one, date: ../2025-12}
  - {id: two, actor: north, issue: text, stance: two, date: 2025-03%s}
"""
    for supersedes, expected in (("", ["one"]), (", supersedes: [one]", [])):
        found = opened(HEAD + text % supersedes).at().chronicle().document["undetermined"]
        assert [each["id"] for each in found if each["id"] == "one"] == expected


# What stands, read aloud from its definition, and laws.

FIRST = date(2025, 1, 1)
days = st.integers(0, 20)
KINDS = ("claim", "demand", "offer", "refusal", "stance")


@st.composite
def histories(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw positions with dates as stretches of days, each of which may supersede any that begins no later."""
    found: list[dict[str, Any]] = []
    for number in range(draw(st.integers(1, 6))):
        begin, length = draw(days), draw(st.integers(0, 3))
        drawn: dict[str, Any] = {
            "id": f"p{number}",
            "actor": draw(st.sampled_from(("north", "south"))),
            "issue": draw(st.sampled_from(("text", "route"))),
            "kind": draw(st.sampled_from(KINDS)),
            "stance": draw(st.sampled_from(("yes", "no"))),
            "date": f"{FIRST + timedelta(begin)}/{FIRST + timedelta(begin + length)}",
            "assumption": "x",
            "days": (begin, begin + length),
        }
        if drawn["issue"] == "route" and draw(st.booleans()):
            drawn["value"] = draw(st.integers(0, 100))
        alike = [
            each["id"]
            for each in found
            if all(each[key] == drawn[key] for key in ("actor", "issue")) and each["days"][0] <= begin
        ]
        drawn["supersedes"] = draw(st.lists(st.sampled_from(alike), unique=True)) if alike else []
        found.append(drawn)
    return found


def written(positions: list[dict[str, Any]], folder: Path) -> OpenCase:
    lines = [json.dumps({key: value for key, value in each.items() if key != "days"}) for each in positions]
    path = folder / "case.yaml"
    path.write_text(HEAD + "positions:\n" + "".join(f"  - {line}\n" for line in lines), "utf-8")
    return open_case(path)


def twin(positions: list[dict[str, Any]], day: int) -> set[str]:
    """Return the ids of what stands on a day: taken for certain, and superseded by nothing taken for certain."""
    taken = [
        each for each in positions if all(possible <= day for possible in range(each["days"][0], each["days"][1] + 1))
    ]
    return {each["id"] for each in taken if all(each["id"] not in other["supersedes"] for other in taken)}


@settings(suppress_health_check=list(HealthCheck))
@given(positions=histories(), day=days)
def test_what_stands_is_as_its_definition_says(tmp_path: Path, positions: list[dict[str, Any]], day: int) -> None:
    case = written(positions, tmp_path)
    assume(not case.errors)
    as_of = str(FIRST + timedelta(day))
    by_id = {each["id"]: each for each in positions}
    stands = [by_id[name] for name in twin(positions, day)]

    found = case.at(as_of).situation.positions
    ids = [each.position.id for by_issue in found.values() for held in by_issue.values() for each in held.standing]
    assert sorted(map(str, ids)) == sorted(each["id"] for each in stands)
    latest = {
        actor: max((each for each in stands if each["actor"] == actor and "value" in each), key=_age)["value"]
        for actor in {each["actor"] for each in stands if "value" in each}
    }
    assert numbers(case, as_of) == latest


def _age(position: dict[str, Any]) -> tuple[int, int]:
    first, last = position["days"]
    return last, first


def outputs(case: OpenCase, as_of: str) -> tuple[str, str]:
    found = case.at(as_of).chronicle()
    sections = [finding for finding in found.findings if finding.id == "positions"]
    return json.dumps(found.document), repr(sections)


@settings(suppress_health_check=list(HealthCheck))
@given(positions=histories(), day=days, rng=st.randoms(use_true_random=False))
def test_the_order_of_positions_changes_no_byte(
    tmp_path: Path, positions: list[dict[str, Any]], day: int, rng: Any
) -> None:
    as_of = str(FIRST + timedelta(day))
    before = written(positions, tmp_path)
    assume(not before.errors)
    expected = outputs(before, as_of)

    assert outputs(written(rng.sample(positions, len(positions)), tmp_path), as_of) == expected


@settings(suppress_health_check=list(HealthCheck))
@given(positions=histories(), day=days)
def test_what_is_taken_after_a_day_changes_nothing_on_it(
    tmp_path: Path, positions: list[dict[str, Any]], day: int
) -> None:
    as_of = str(FIRST + timedelta(day))
    every = written(positions, tmp_path)
    assume(not every.errors)
    expected = outputs(every, as_of)

    assert outputs(written([each for each in positions if each["days"][0] <= day], tmp_path), as_of) == expected
