"""The corridor against a brute force written from the definitions, on random small networks."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.twins.corridor_cases import random_case
from tests.twins.corridor_twin import Answer
from tests.twins.corridor_ways import Case

import detente

CASES = 40


def numbers(answer: Answer, world: str, told: Mapping[str, Any]) -> Iterator[tuple[str, float, float]]:
    """Yield what is told of a world: what it is, the document's number and the twin's."""
    for key, unit, by_name in (
        ("transit", "kt", answer.transit),
        ("money", "usd", answer.carriage),
        ("change", "percent", answer.change),
        ("fees", "usd", answer.fees),
    ):
        for name, amount in told[key].items():
            yield f"{key} of {name}", amount[unit], by_name(name, world)
    for flow, amounts in told["flows"].items():
        worth = answer.logsum(flow, world)
        yield f"cost of {flow}", amounts["cost"], answer.cost(flow, world)
        yield f"days of {flow}", amounts["days"], answer.days(flow, world)
        yield f"logsum of {flow}", amounts["logsum"], -worth
        yield f"gain of {flow}", amounts["gain"]["usd"], answer.logsum(flow) - worth


def differences(case: Case, answer: Answer, document: Mapping[str, Any]) -> list[str]:
    """Return in words where a document and the twin disagree."""
    found = []
    for world, told in document["scenarios"].items():
        found += [
            f"{world}: {what}: {ours}, not {theirs}"
            for what, ours, theirs in numbers(answer, world, told)
            if not math.isclose(ours, theirs, rel_tol=6e-4, abs_tol=1e-6)  # four digits, rounded
        ]
        full = {
            each["id"]
            for each in case["corridor"]["links"]
            if answer.tonnes(each["id"], world) > each.get("capacity", math.inf)
        }
        if full != set(told["over_capacity"]):
            found.append(f"{world}: over capacity: {told['over_capacity']}, not {full}")
        if set(told["change"]) != {country for country in told["transit"] if answer.transit(country)}:
            found.append(f"{world}: change of {list(told['change'])}")
    for claim, told in zip(case["corridor"]["claims"], document["claims"], strict=True):
        predicate = claim["predicate"]
        if told["probability"] != (answer.holds(predicate) if answer.there(predicate) else None):
            found.append(f"{predicate}: {told['probability']} with {told['value']}")
    return found


@pytest.mark.parametrize("seed", range(CASES))
def test_the_corridor_agrees_with_brute_force(seed: int, tmp_path: Path) -> None:
    case, answer = random_case(Random(seed))
    path = tmp_path / "case.yaml"
    path.write_text(json.dumps(case), encoding="utf-8")
    document = detente.open(path).at().corridor(draws=2).document
    assert set(document["scenarios"]) == set(answer.worlds)
    assert differences(case, answer, document) == []
