"""Every conflict, network, web and pair of readouts loads without a complaint and gives the printed results."""

from __future__ import annotations

import json
from pathlib import Path
from string import ascii_uppercase
from typing import Any

import pytest

from detente.session import OpenCase, open_case
from detente.session.comparing import compare_files

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
WEBS = [path for path in CASES if "combinations" in expected(path)]
READOUTS = [path for path in CASES if "readouts" in expected(path)]
CONFLICTS = [path for path in CASES if path not in [*NETWORKS, *WEBS, *READOUTS]]


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


@pytest.mark.parametrize("path", WEBS, ids=name)
def test_webs_give_what_was_printed(path: Path) -> None:
    printed = expected(path)
    case = open_case(path)
    assert case.diagnostics == ()

    document = case.at().look("system").document

    assert printed["source"]["expected"]
    assert document["combinations"] == printed["combinations"]
    assert _written(case, document["now"]["states"]) == printed["now"]
    pressures = {_written(case, {each["descriptor"]: each["toward"]}): each for each in document["now"]["pressures"]}
    assert {toward: each["by"] for toward, each in pressures.items()} == printed["pressures"]
    held = [_written(case, each["states"]) for each in document["consistent"]]
    assert sorted(held) == sorted(printed["consistent"])
    assert (document["count"], document["complete"]) == (len(printed["consistent"]), True)
    assert document["now"]["consistent"] is (not printed["pressures"])


@pytest.mark.parametrize("path", READOUTS, ids=name)
def test_readouts_differ_in_what_was_found_by_hand(path: Path) -> None:
    printed = expected(path)
    case = open_case(path)
    assert case.diagnostics == ()
    told = printed["readouts"]
    files = {source.id: source.file or "" for source in case.case.sources}
    texts = [path.parent / files[told[side]] for side in ("a", "b")]

    found = compare_files(*texts)

    assert printed["source"]["expected"]
    a, b = ([line.strip() for line in text.read_text(encoding="utf-8").splitlines()] for text in texts)
    assert [[a.index(each.text) + 1, b.index(each.text) + 1] for each in found.shared] == told["shared"]
    assert [a.index(each.text) + 1 for each in found.only_a] == told["only_a"]
    assert [b.index(each.text) + 1 for each in found.only_b] == told["only_b"]
    changed = [
        {
            "lines": [a.index(each.text_a) + 1, b.index(each.text_b) + 1],
            "numbers": [list(each.numbers.a), list(each.numbers.b)],
            "names": [list(each.names.a), list(each.names.b)],
            "hedges": [list(each.hedges.a), list(each.hedges.b)],
            "effect": each.hedges.effect,
        }
        for each in found.changed
    ]
    assert changed == told["changed"]
    (finding,) = case.at().chronicle().said("readouts")
    assert len(finding.tables[0].rows) == len(told["changed"])


def _written(case: OpenCase, states: dict[str, str]) -> str:
    """Return states as tables print them: ``A2 B1`` are the second of the first descriptor, the first of the second."""
    assert case.case.system is not None
    codes = {
        (each.id, state.id): f"{letter}{number}"
        for letter, each in zip(ascii_uppercase, case.case.system.descriptors, strict=False)
        for number, state in enumerate(each.states, 1)
    }
    return " ".join(codes[pair] for pair in states.items())
