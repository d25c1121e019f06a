"""The laws of the clock: nothing before anything was read, nothing lost that was true, no say for what comes later."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.conftest import ROOT
from tests.situation.readings.drawn import opened, written
from tests.twins.clock_cases import Cases
from tests.twins.clock_twin import Day, holds, readings

from detente.report import render
from detente.session import OpenCase, open_case

Case = dict[str, Any]
LENSES = ("conflict", "settlement", "roadmap")
SEEDS = st.integers(0, 10**9)
FEWER = max(settings().max_examples // 5, 1)
"""Examples for each of several kinds."""


def answers(case: OpenCase, day: str, lenses: tuple[str, ...] = LENSES) -> dict[str, str]:
    """Return what lenses say of a day, byte by byte."""
    return {lens: json.dumps(dict(case.at(day).look(lens).document)) for lens in lenses}


@given(SEEDS)
def test_earlier_than_every_date_nothing_is_asserted(tmp_path_factory: Any, seed: int) -> None:
    text = json.dumps(Cases(seed).case(whole=True)).replace("../2025", "2025").replace("step:undated", "step:done")
    case = json.loads(text)
    sight = opened(case, tmp_path_factory.getbasetemp()).at("1990-01-01")
    for lens in LENSES:
        found = dict(sight.look(lens).document)
        said = [found.pop(key) for key in ("format", "case", "as_of", "scenario", "determined", "beyond_knowledge")]

        assert said[-2:] == [False, False]
        assert [each["id"] for each in found.pop("because")] == [lens]
        assert set(found.values()) == {None}
    shown = dict(sight.show().document)
    assert all(each == {"happened": "false", "known": "false"} for each in shown["events"].values())
    assert "true" not in {each["met"] for each in shown["steps"].values()}
    looks = sight.look_around()
    page = render(sight.edition("detente report"))
    everything = page + json.dumps([dict(findings.document) for findings in looks])
    assert not [name for name in _wishes(case) if name in everything]


def _wishes(case: Case) -> Iterator[str]:
    """Yield what options are called, and the words and ids of wishes."""
    for maker in case["conflict"]["decision_makers"]:
        yield from (option["text"] for option in maker["options"])
        stated = maker["preferences"].get("statements", ())
        yield from (text for each in stated for text in (each["id"], each["when"]) if len(text) > len("not n1"))


FLAGSHIP = ROOT / "examples" / "south-caucasus"
RICH = ROOT / "tests" / "fuzz" / "rich.yaml"


@pytest.mark.parametrize("path", [FLAGSHIP, RICH], ids=["flagship", "rich"])
def test_what_is_true_stays_true_unless_a_record_ends_it(path: Any) -> None:
    case = open_case(path)
    days = ["2020-01-01", *(f"{year}-{month:02}-09" for year in (2023, 2024, 2025) for month in (1, 3, 4, 6, 7))]
    last = case.case.case.known_until or case.case.case.as_of
    days = [day for day in days if day <= str(last)] + [str(last)]
    said = [dict(case.at(day).show().document) for day in days]
    ended = {each.id for each in case.case.formats if each.to is not None}
    ended |= {issue.id for issue in case.case.issues if any(period.to for period in issue.on_agenda or ())}

    seen = 0
    for before, after in pairwise(said):
        for section, key in (("events", "happened"), ("events", "known"), ("steps", "met"), ("formats", "active")):
            for name, answer in before[section].items():
                seen += answer[key] == "true"
                assert answer[key] != "true" or after[section][name][key] == "true" or name in ended
        for name, answer in before["issues"].items():
            assert answer["on_agenda"] != "true" or after["issues"][name]["on_agenda"] == "true" or name in ended
    assert seen


@given(SEEDS)
def test_the_order_of_what_is_no_order_changes_no_byte(tmp_path_factory: Any, seed: int) -> None:
    draws = Cases(seed)
    case, folder = draws.case(whole=True), tmp_path_factory.getbasetemp()
    before, mixed, random = opened(case, folder), deepcopy(case), Random(seed)
    for listed in (
        *(mixed["actors"], mixed["events"], mixed["conflict"]["infeasible"]),
        *(party["conditions"] for party in mixed["settlement"]["parties"]),
    ):
        random.shuffle(listed)
    after = opened(dict(random.sample(list(mixed.items()), len(mixed))), folder)
    for day in draws.days(3):
        assert answers(before, day) == answers(after, day)


@given(SEEDS)
def test_one_question_has_one_answer(tmp_path_factory: Any, seed: int) -> None:
    """An option that is not there is in no state, and in no package that can be had; a step met is on no path."""
    draws = Cases(seed)
    case = draws.case(whole=True)
    found = opened(case, tmp_path_factory.getbasetemp())
    for day in draws.days(3):
        sight, truths = found.at(day), {each.path: holds(Day(case, day), each) for each in readings(case)}
        options = {
            option["id"]: truths["conflict", "decision_makers", number, "options", place]
            for number, maker in enumerate(case["conflict"]["decision_makers"])
            for place, option in enumerate(maker["options"])
        }
        conflict, deal, road = (dict(sight.look(lens).document) for lens in LENSES)
        if conflict["determined"]:
            assert conflict["options"] == [name for name, truth in options.items() if truth == "true"]
        for entry in (deal["packages"] or {}).get("zopa") or ():
            taken = {name.removeprefix("yes-") for name in entry["package"].values()} & set(options)
            assert not (any(options[name] == "false" for name in taken) and entry["possible"] is not False)
        met = {name: each["met"] for name, each in sight.show().document["steps"].items()}
        if road["determined"]:
            assert road["met"] == met[road["goal"]]
            assert "true" not in {met[name] for path in road["paths"] for name in path["steps"]}


LATER = {
    "event": ("events", {"id": "new", "date": "2025-11-02", "what": "Something"}),
    "vague event": ("events", {"id": "new", "date": "2025-11/..", "what": "Something"}),
    "position": ("positions", {"actor": "north", "issue": "other", "stance": "s", "value": 3, "date": "2025-11"}),
    "limit": ("conflict.infeasible", {"when": "n0", "from": "2025-11"}),
    "statement": ("conflict.decision_makers.0.preferences.statements", {"when": "s0", "id": "new", "from": "2025-11"}),
    "red line": ("conflict.decision_makers.0.red_lines", {"when": "not s0", "id": "new", "from": "2025-11"}),
    "option": ("conflict.decision_makers.1.options", {"id": "new", "from": "2025-11"}),
    "condition": ("settlement.parties.0.conditions", {"when": "s0", "weight": 2, "from": "2025-11"}),
    "party's red line": ("settlement.parties.0.red_lines", {"when": "not s0", "id": "new", "from": "2025-11"}),
    "party's numbers": ("settlement.parties", {"actor": "west", "batna": 1, "from": "2025-11"}),
    "requirement": ("steps.-1.requires", {"step": "planned", "from": "2025-11"}),
    "capability": ("capabilities", {"actor": "north", "value": 2, "from": "2025-11"}),
}


@pytest.mark.parametrize("kind", LATER)
@settings(max_examples=FEWER)
@given(SEEDS)
def test_what_is_dated_later_has_no_say(tmp_path_factory: Any, kind: str, seed: int) -> None:
    draws = Cases(seed)
    case, folder = draws.case(whole=True), tmp_path_factory.getbasetemp()
    case["case"]["known_until"] = "2025-12-31"
    case["actors"].append({"id": "west", "name": "West", "kind": "state"})
    case["issues"].append({"id": "other", "continuum": {}})
    more = deepcopy(case)
    path, record = LATER[kind]
    *above, last = path.split(".")
    place: Any = more
    for step in above:
        place = place[int(step) if isinstance(place, list) else step]
    assume("statement" not in kind or "statements" in place)
    assume(kind != "option" or not any(word in json.dumps(case["conflict"]) for word in ("ranking", '"{')))
    place[last] = [*place.get(last, ()), record]

    before, after = open_case(written(case, folder)), open_case(written(more, folder))
    assume(not before.errors and not after.errors)
    for day in filter(lambda day: day < "2025-08" and "/" not in day and day != "2025", draws.days(5)):
        assert _but_since(answers(before, day)) == _but_since(answers(after, day))
        shown = [dict(each.at(day).show().document) for each in (before, after)]
        for key, value in shown[0].items():
            assert shown[1][key] == value or _but_new(shown[1][key]) == value


def _but_since(answers: dict[str, str]) -> dict[str, Any]:
    """Return answers without since when a section of which nothing holds speaks: that does look ahead."""
    found = {lens: json.loads(text) for lens, text in answers.items()}
    unread = [lens for lens, each in found.items() if each["because"] and each["because"][0]["id"] == lens]
    return found | {lens: {**found[lens], "because": None} for lens in unread}


def _but_new(value: Any) -> Any:
    return {name: each for name, each in value.items() if name != "new"} if isinstance(value, dict) else value
