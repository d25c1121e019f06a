"""The whole model as plain data, held against a reading from the definitions that shares no code with ours."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Opener

from detente.lenses.conflict.model.whole import MAX_MOVES
from detente.lenses.conflict.options import MAX_STATES, ConflictOptions
from detente.lenses.look import AskError
from detente.session import open_case

CASE = """
    case: {id: demo, title: The demo, as_of: 2025-07-10}
    actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
    conflict:
      decision_makers:
        - actor: north
          options: [{id: sign, text: Sign, direction: take-only}, {id: amend, available: 2026}]
          preferences: {assumption: a, statements: [pay if sign, "not {--YY}"]}
        - actor: south
          options: [{id: pay, text: Pay}, {id: wait, text: Wait, direction: drop-only}]
          preferences: {assumption: a, weights: {pay: -1, sign: 2, wait: 1}}
      infeasible: [{at_least_one: [sign, pay, wait]}]
"""


def model(case: Any) -> dict[str, Any]:
    found: dict[str, Any] = case.at().look("conflict", ConflictOptions(model=True)).document["model"]
    return found


def test_the_model_is_what_the_definitions_say(opened: Opener) -> None:
    found = model(opened(CASE))
    states = ["".join(s) for s in product("NY", repeat=4) if s[1] == "N" and (s[0], s[2], s[3]) != ("N", "N", "N")]
    own = {"north": (0, 1), "south": (2, 3)}

    def allowed(s: str, t: str, maker: str) -> bool:
        changed = {k for k in range(4) if s[k] != t[k]}
        return bool(changed) and changed <= set(own[maker]) and t[0] >= s[0] and t[3] <= s[3]

    worth: dict[str, Callable[[str], Any]] = {
        "north": lambda s: (s[0] == "N" or s[2] == "Y", s[2:] != "YY"),
        "south": lambda s: 2 * (s[0] == "Y") - (s[2] == "Y") + (s[3] == "Y"),
    }
    assert json.loads(json.dumps(found)) == found
    assert found == {
        "title": "The demo",
        "decision_makers": [{"id": "north", "name": "North"}, {"id": "south", "name": "South"}],
        "options": [
            {"id": "sign", "text": "Sign", "owner": "north", "direction": "take-only", "open": "true"},
            {"id": "amend", "text": "amend", "owner": "north", "direction": "both", "open": "false"},
            {"id": "pay", "text": "Pay", "owner": "south", "direction": "both", "open": "true"},
            {"id": "wait", "text": "Wait", "owner": "south", "direction": "drop-only", "open": "true"},
        ],
        "merged": False,
        "states": states,
        "taken": [
            [
                f"{name}: {'; '.join(words)}"
                for name, words in (
                    ("North", ["Sign"] * (s[0] == "Y")),
                    ("South", ["Pay"] * (s[2] == "Y") + ["Wait"] * (s[3] == "Y")),
                )
                if words
            ]
            for s in states
        ],
        "moves": {
            maker: [[i, j] for i, s in enumerate(states) for j, t in enumerate(states) if allowed(s, t, maker)]
            for maker in own
        },
        "payoffs": {
            maker: [sorted({rank(t) for t in states}).index(rank(s)) for s in states] for maker, rank in worth.items()
        },
        "statements": {
            "north": [[[[0, "N"]], [[2, "Y"]]], [[[2, "N"]], [[3, "N"]]]],
            "south": None,
        },
        "alike": {"north": [1, 1], "south": []},
        "infeasible": [[[[0, "N"], [2, "N"], [3, "N"]]], [[[1, "Y"]]]],
    }


def test_nothing_is_added_unless_asked_for(opened: Opener) -> None:
    assert "model" not in opened(CASE).at().conflict().document


def test_merged_states_and_graphs_have_no_options_to_speak_of(opened: Opener) -> None:
    text = CASE.replace('[pay if sign, "not {--YY}"]', "[]").replace(
        "weights: {pay: -1, sign: 2, wait: 1}", "statements: []"
    )
    found = model(opened(text + '      coalesce: ["Y---"]\n'))

    assert found["merged"] is True
    assert found["states"] == ["NNNY", "NNYN", "NNYY", "Y---"]
    assert found["moves"]["north"] == [[0, 3], [1, 3], [2, 3]]
    graph = Path(__file__).parents[4] / "catalog" / "group-decision-and-negotiation" / "kilgour-hipel-2005"
    elmira = model(open_case(graph / "elmira.yaml"))
    assert (elmira["merged"], elmira["options"], elmira["infeasible"]) == (False, [], [])
    assert set(elmira["statements"].values()) == {None}
    assert len(elmira["states"]) == 9


def _case(shares: list[int]) -> str:
    """Return a conflict in which each decision maker has so many options."""
    makers = "".join(
        f"    - {{actor: dm{i}, options: [{', '.join(f'{{id: o{i}-{k}}}' for k in range(n))}]}}\n"
        for i, n in enumerate(shares)
    )
    actors = "".join(f"  - {{id: dm{i}, name: DM, kind: state}}\n" for i in range(len(shares)))
    return f"actors:\n{actors}conflict:\n  decision_makers:\n{makers}"


def test_a_state_too_many_is_refused_with_the_limit(opened: Opener) -> None:
    with pytest.raises(AskError, match="131,072 states can be; at most 65,536 can be written one by one") as caught:
        model(opened(_case([9, 8])))

    assert caught.value.option == "model"
    assert MAX_STATES == 1 << 16


@pytest.mark.slow
def test_too_many_moves_are_left_out_and_the_rest_is_there(opened: Opener) -> None:
    """Ten options of one make 1024 states with 1023 moves each; with eleven there are too many."""
    few, many = model(opened(_case([10]))), model(opened(_case([11])))

    assert 1024 * 1023 < MAX_MOVES < 2048 * 2047
    assert len(few["moves"]["dm0"]) == 1024 * 1023
    assert many["moves"] is None
    assert len(many["states"]) == 2048


@pytest.mark.slow
def test_moves_that_cannot_even_be_counted_are_left_out(opened: Opener) -> None:
    assert model(opened(_case([13])))["moves"] is None


def test_a_condition_with_too_many_alternatives_is_none(opened: Opener) -> None:
    chain = " iff ".join(f"o0-{k}" for k in range(14))
    text = _case([14]).replace("]}", f"], preferences: {{assumption: a, statements: [o0-1, {chain}]}}}}")
    found = model(opened(text))

    assert found["statements"] == {"dm0": [[[[1, "Y"]]], None]}
