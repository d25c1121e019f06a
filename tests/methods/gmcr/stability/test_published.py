"""The concepts reproduce what the literature prints; each file of ``published/conflicts`` names its source."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.engines.graph_form import GraphForm
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.preference.preferences import from_ranking, from_statements
from detente.methods.gmcr.preference.statements import parse
from detente.methods.gmcr.preference.truth import truth_table
from detente.methods.gmcr.stability.analysis import analyse
from detente.methods.gmcr.stability.registry import shipped
from detente.methods.gmcr.states import state_index

FILES = sorted((Path(__file__).parents[3] / "published" / "conflicts").glob("*.json"))
CASES = {path.stem: json.loads(path.read_text("utf-8")) for path in FILES}
PRINTED = [
    pytest.param(name, concept, id=f"{name}-{concept}")
    for name, case in CASES.items()
    for concept in sorted({*case["expected"].get("equilibria", {}), *case["expected"].get("stability", {})})
]


def numbers(case: dict[str, Any]) -> dict[str, int]:
    """Return the number of each state by every name that the file gives it."""
    if "graph" in case:
        return {name: k for k, name in enumerate(case["graph"]["states"])}
    n = sum(len(mover["options"]) for mover in case["decision_makers"])
    names = {"".join("NY"[s >> (n - 1 - k) & 1] for k in range(n)): s for s in range(1 << n)}
    return names | {label: state_index(name) for label, name in case.get("states", {}).items()}


def graph_form(case: dict[str, Any], payoffs: list[Any]) -> GraphForm:
    """Build a conflict whose file lists states and moves."""
    number = numbers(case)
    arcs = [
        [(number[s], number[t]) for s, ends in case["graph"]["moves"].get(mover["name"], {}).items() for t in ends]
        for mover in case["decision_makers"]
    ]
    return GraphForm(tuple(np.array(each, dtype=np.intp).reshape(-1, 2) for each in arcs), np.array(payoffs))


def feasible_states(case: dict[str, Any]) -> Any:
    """Return the states that the file's exclusions leave, or all of a graph's."""
    if "graph" in case:
        return np.ones(len(case["graph"]["states"]), dtype=np.bool_)
    ids = option_ids(case)
    feasible = np.ones(1 << len(ids), dtype=np.bool_)
    for rule in case["infeasible"]:
        together = " and ".join(ids[option] for option in rule["mutually_exclusive"])
        feasible &= ~truth_table(parse(together), list(ids.values()))
    return feasible


def option_ids(case: dict[str, Any]) -> dict[str, str]:
    """Return an id for each option, in written order."""
    options = [option for mover in case["decision_makers"] for option in mover["options"]]
    return {option: f"o{k}" for k, option in enumerate(options, 1)}


def payoff(case: dict[str, Any], mover: str, feasible: Any) -> Any:
    """Read the payoffs of a decision maker; old statements write options as numbers and ``!`` for not."""
    given = case["preferences"][mover]
    if given["type"] == "statements":
        ids = list(option_ids(case).values())
        texts = [re.sub(r"(\d+)", r"o\1", text).replace("!", "not ") for text in given["statements"]]
        return from_statements([truth_table(parse(text), ids) for text in texts], feasible)
    number = numbers(case)
    groups = [group if isinstance(group, list) else [group] for group in given["groups"]]
    return from_ranking([[number[str(state)] for state in group] for group in groups], feasible)


def load(case: dict[str, Any]) -> GraphForm | OptionForm:
    """Build the conflict of a file."""
    feasible = feasible_states(case)
    payoffs = [payoff(case, mover["name"], feasible) for mover in case["decision_makers"]]
    if "graph" in case:
        return graph_form(case, payoffs)
    owners = [i for i, mover in enumerate(case["decision_makers"]) for _ in mover["options"]]
    fixed = {rule["option"]: Direction.TAKE_ONLY for rule in case["irreversible"]}
    directions = tuple(fixed.get(option, Direction.BOTH) for option in option_ids(case))
    return OptionForm(tuple(owners), directions, feasible, np.array(payoffs))


@pytest.mark.parametrize(("name", "concept"), PRINTED)
def test_the_printed_results_are_reproduced(name: str, concept: str) -> None:
    case = CASES[name]
    number = numbers(case)
    result = analyse(load(case))
    movers = [mover["name"] for mover in case["decision_makers"]]

    if concept in case["expected"].get("equilibria", {}):
        printed = sorted(number[str(state)] for state in case["expected"]["equilibria"][concept])
        assert result.equilibria[concept.lower()].tolist() == printed
    for mover, states in case["expected"].get("stability", {}).get(concept, {}).items():
        stable = result.stable[concept.lower()][movers.index(mover)]
        assert np.flatnonzero(stable).tolist() == sorted(number[str(state)] for state in states), mover


@pytest.mark.parametrize("name", CASES)
def test_each_conflict_has_its_states_and_its_source(name: str) -> None:
    case = CASES[name]
    conflict = load(case)

    assert case["source"]["model"]
    assert case["source"]["expected"]
    assert conflict.feasible.sum() == case["expected"].get("n_states", conflict.feasible.sum())


def test_every_concept_is_checked_against_print() -> None:
    printed = {str(param.values[1]).lower() for param in PRINTED}

    assert printed == set(shipped())
