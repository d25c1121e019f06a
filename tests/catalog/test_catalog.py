"""Every published conflict and network loads without a complaint and gives the printed results."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from detente.session import open_case

CATALOG = Path(__file__).parents[2] / "catalog"
CASES = sorted(CATALOG.rglob("*.yaml"))
DIGITS = 6e-4
"""The documents of networks keep four digits."""


def expected(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.with_suffix("").with_suffix(".expected.json").read_text(encoding="utf-8"))
    return found


def name(path: Path) -> str:
    return str(path.relative_to(CATALOG).with_suffix(""))


NETWORKS = [path for path in CASES if "scenarios" in expected(path)]
CONFLICTS = [path for path in CASES if path not in NETWORKS]


def test_there_is_a_catalogue_and_every_file_belongs_to_a_case() -> None:
    assert len(CASES) >= 14
    results = {path.name.removesuffix(".expected.json") for path in CATALOG.rglob("*.json")}
    assert results == {path.stem for path in CASES}


@pytest.mark.parametrize("path", CONFLICTS, ids=name)
def test_printed_results_are_reproduced(path: Path) -> None:
    printed = expected(path)
    case = open_case(path)
    assert case.diagnostics == ()

    document = case.at().conflict().document

    assert printed["source"]["expected"]
    assert document["states"]["count"] == printed.get("states", document["states"]["count"])
    for key, states in printed.get("equilibria", {}).items():
        assert sorted(document["equilibria"][key]) == sorted(states), key
    for key, by_maker in printed.get("stability", {}).items():
        for maker, states in by_maker.items():
            assert sorted(document["stability"][key][maker]) == sorted(states), (key, maker)
    assert printed.get("equilibria") or printed.get("stability")


@pytest.mark.parametrize("path", NETWORKS, ids=name)
def test_networks_give_what_was_worked_out_by_hand(path: Path) -> None:
    printed = expected(path)
    case = open_case(path)
    assert case.diagnostics == ()

    document = case.at().look("corridor").document

    assert printed["source"]["expected"]
    assert set(document["scenarios"]) == set(printed["scenarios"])
    for world, told in printed["scenarios"].items():
        found = document["scenarios"][world]
        for key, unit in (("transit", "kt"), ("change", "percent"), ("fees", "usd")):
            medians = {who: number[unit] for who, number in found[key].items()}
            assert {who: medians.get(who, 0) for who in told[key]} == pytest.approx(told[key], rel=DIGITS), (world, key)
        for flow, numbers in told["flows"].items():
            assert {key: found["flows"][flow][key] for key in numbers} == pytest.approx(numbers, rel=DIGITS), (
                world,
                flow,
            )
    assert {claim["id"]: claim["verdict"] for claim in document["claims"]} == printed["claims"]
