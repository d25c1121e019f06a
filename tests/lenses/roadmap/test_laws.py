"""Laws of the roadmap that hold for any network, whatever its days are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.lenses.roadmap.reading import clean_networks, document
from tests.twins.roadmap_days import Network, first_day, trees_of
from tests.twins.roadmap_networks import as_yaml

pytestmark = pytest.mark.slow

LAWS = 40  # networks in each shard


def bounds(document: dict[str, Any]) -> tuple[str, str]:
    """Return the goal's earliest and latest day over all paths; open ends and never as the lowest and highest text."""
    if document["met"] == "true":
        return "", ""
    paths = document["paths"]
    soonest = min((path["earliest"] or "" for path in paths), default="9999")
    return soonest, min((path["latest"] or "9999" for path in paths), default="9999")


def assert_no_later(before: dict[str, Any], after: dict[str, Any], changed: Network) -> None:
    """Assert that a change never makes the goal later; the earliest day only says so where all paths are dated."""
    old, new = bounds(before), bounds(after)
    assert new[1] <= old[1], as_yaml(changed)
    if all(path["latest"] for path in before["paths"]):
        assert new[0] <= old[0], as_yaml(changed)


def own_day(seed: int, folder: Path) -> Iterator[tuple[Network, dict[str, Any], Random]]:
    """Yield clean networks on the day of the case."""
    random = Random(seed)
    for network, _, _ in clean_networks(seed, LAWS, folder):
        found = document(network, network["as_of"], folder)
        assert found is not None
        yield network, found, random


@pytest.mark.parametrize("seed", range(100, 103))
def test_meeting_a_step_never_makes_the_goal_later(seed: int, tmp_path: Path) -> None:
    for network, before, random in own_day(seed, tmp_path):
        changed = deepcopy(network)
        unmet = [step for step in changed["steps"] if step.get("status") != "met"]
        for step in random.sample(unmet, min(1, len(unmet))):
            step.update(status="met", date=network["as_of"])
        after = document(changed, network["as_of"], tmp_path)
        if after is not None:
            assert_no_later(before, after, changed)


@pytest.mark.parametrize("seed", range(200, 203))
def test_adding_an_alternative_never_makes_the_goal_later(seed: int, tmp_path: Path) -> None:
    for network, before, random in own_day(seed, tmp_path):
        changed = deepcopy(network)
        needs = [(step, place) for step in changed["steps"] for place in range(len(step.get("requires", ())))]
        for step, place in random.sample(needs, min(1, len(needs))):
            need = step["requires"][place]
            others = [one["id"] for one in changed["steps"] if one is not step]
            if trees_of({"requires": [need]}):  # not one that only accelerates: that is no requirement yet
                step["requires"][place] = {"any": [need, random.choice(others)]}
        after = document(changed, network["as_of"], tmp_path)
        if after is not None:
            assert_no_later(before, after, changed)


@pytest.mark.parametrize("seed", range(300, 303))
def test_dropping_a_requirement_never_makes_the_goal_later(seed: int, tmp_path: Path) -> None:
    for network, before, random in own_day(seed, tmp_path):
        changed = deepcopy(network)
        for step in changed["steps"]:
            needs = step.get("requires", [])
            left = [need for need in needs if need is not random.choice(needs)]
            if trees_of({"requires": left}):  # a duration without any requirement would count from another day
                step["requires"] = left
        after = document(changed, network["as_of"], tmp_path)
        if after is not None:
            assert_no_later(before, after, changed)


@pytest.mark.parametrize("seed", range(400, 403))
def test_the_order_of_the_steps_changes_nothing(seed: int, tmp_path: Path) -> None:
    for network, today, before in clean_networks(seed, LAWS, tmp_path):
        changed, random = deepcopy(network), Random(seed)
        random.shuffle(changed["steps"])
        for step in changed["steps"]:
            pending = [step.get("requires", [])]
            while pending:
                parts = pending.pop()
                random.shuffle(parts)
                pending += [
                    inner
                    for part in parts
                    if isinstance(part, dict)
                    for inner in part.values()
                    if isinstance(inner, list)
                ]
        after = document(changed, today, tmp_path)
        assert after is not None
        assert json.dumps(after) == json.dumps(before), as_yaml(network)


@pytest.mark.parametrize("seed", range(500, 503))
def test_a_later_day_of_asking_dates_nothing_before_it(seed: int, tmp_path: Path) -> None:
    for network, today, found in clean_networks(seed, LAWS, tmp_path):
        days = [day for path in found["paths"] for own in path["dates"].values() for day in own.values()]
        dated = [day for day in days if isinstance(day, str)]
        assert all(date.fromisoformat(day).toordinal() >= first_day(today) for day in dated), as_yaml(network)


@pytest.mark.parametrize("seed", range(600, 602))
def test_the_probability_only_rises_and_begins_on_the_earliest_day(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    seen = 0
    for network, _, _ in own_day(seed, tmp_path):
        for step in network["steps"]:
            if step.get("status") != "met" and random.random() < 0.7:
                step["probability"] = random.choice([0.3, 0.5, 1])
        found = document(network, network["as_of"], tmp_path)
        assert found is not None
        chances = [one["probability"] for one in found["by_date"]]
        assert chances == sorted(chances), as_yaml(network)
        assert all(0 <= one <= 1 for one in chances), as_yaml(network)
        soonest = bounds(found)[0]
        assert not any(one["probability"] for one in found["by_date"] if one["date"] < soonest), as_yaml(network)
        seen += any(chances)
    assert seen > 5
