"""Settlements that cannot be worked out, and what their authors read."""

from __future__ import annotations

import subprocess
import sys

import pytest
from tests.case_text import marked, problems
from tests.conftest import Opener

CASE = """
case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
issues:
  - {id: treaty, outcomes: [{id: signed}, {id: unsigned}]}
  - {id: route, outcomes: [{id: open}, {id: closed}]}
  - {id: hue, outcomes: [{id: same}]}
  - {id: tone, outcomes: [{id: same}]}
  - {id: scale, continuum: {low: 0, high: 1}}
"""
TREATY = "values: {treaty: {signed: 0.8, unsigned: 0.2}}"

BROKEN = {
    "DT600 a weight beyond all measure": (
        f"{{actor: north, assumption: a, weights: {{treaty: »1.0e+300}}, {TREATY}}}",
        "DT600 a weight must be between 0 and 1e+30, got 1e+300",
    ),
    "DT621 a lone condition that weighs nothing": (
        "{actor: north, assumption: a, conditions: »[{when: signed, weight: 0}]}",
        "DT621 the weights of 'north' add up to nothing",
    ),
    "DT621 a weight on a scale, and a condition that weighs nothing": (
        "{actor: north, assumption: a, weights: »{scale: 1}, conditions: [{when: signed, weight: 0}]}",
        "DT621 the weights of 'north' add up to nothing",
    ),
    "DT600 a condition that weighs less than nothing": (
        f"{{actor: north, assumption: a, {TREATY}, conditions: [{{when: signed, weight: »[-1, 2]}}]}}",
        "DT600 a weight must be at least 0, got [-1.0, 2.0]",
    ),
    "DT600 a budget beyond the scale": (
        f"{{actor: north, assumption: a, budget: »1.5, {TREATY}}}",
        "DT600 a budget must be between 0 and 1, got 1.5",
    ),
    "DT600 a utility below the scale": (
        "{actor: north, assumption: a, values: {treaty: {signed: »-0.5, unsigned: 0}}}",
        "DT600 a utility must be between 0 and 1, got -0.5",
    ),
    "DT620 twice": (
        f"{{actor: north, assumption: a, {TREATY}}}, {{actor: »north, assumption: a}}",
        "DT620 'north' is listed twice",
    ),
    "DT621 weights of nothing": (
        f"{{actor: north, assumption: a, weights: »{{treaty: 0}}, {TREATY}}}",
        "DT621 the weights of 'north' add up to nothing",
    ),
    "DT622 a weight without values": (
        f"{{actor: north, assumption: a, weights: {{treaty: 1, route: »0.5}}, {TREATY}}}",
        "DT622 'route' matters to 'north', but none of its outcomes has a value",
    ),
    "DT622 a weight that may be nothing, without values": (
        f"{{actor: north, assumption: a, weights: {{treaty: 1, route: »[0, 1]}}, {TREATY}}}",
        "DT622 'route' matters to 'north', but none of its outcomes has a value",
    ),
    "DT622 one outcome without a value": (
        "{actor: north, assumption: a, values: {treaty: »{signed: 1}}}",
        "DT622 'north' values 'treaty', but not 'unsigned'",
    ),
    "DT623 values without a weight": (
        "{actor: north, assumption: a, weights: {treaty: 1},\n"
        " values: {treaty: {signed: 0.8, unsigned: 0.2}, route: »{open: 1, closed: 0}}}",
        "DT623 'north' values 'route', but gives it no weight",
    ),
    "DT624 an alternative above every package": (
        f"{{actor: north, assumption: a, batna: »[0.8, 1], {TREATY}}}",
        "DT624 'north' has a better alternative (0.9) than any package (0.8)",
    ),
    "DT624 an alternative above the best mixture": (
        "{actor: north, assumption: a, batna: »0.7, weights: {treaty: 3, route: 1},\n"
        " values: {treaty: {signed: 0.8, unsigned: 0.2}, route: {open: [0, 0.4], closed: 0}}}",
        "DT624 'north' has a better alternative (0.7) than any package (0.65)",
    ),
    "DT621 weights of nothing, conditions included": (
        f"{{actor: north, assumption: a, weights: »{{treaty: 0}}, {TREATY},\n"
        " conditions: [{when: signed, weight: 0}]}",
        "DT621 the weights of 'north' add up to nothing",
    ),
    "DT624 an alternative above what conditions leave": (
        f"{{actor: north, assumption: a, batna: »0.6, weights: {{treaty: 1}}, {TREATY},\n"
        " conditions: [{when: signed, weight: 1}, {when: not signed, weight: 2}]}",
        "DT624 'north' has a better alternative (0.6) than any package (0.55)",
    ),
    "DT500 a condition that cannot be read": (
        f"{{actor: north, assumption: a, {TREATY}, conditions: [{{when: signed »signed, weight: 1}}]}}",
        "DT500 in 'signed signed': expected 'and', 'or', 'if', 'implies' or 'iff' between 'signed' and 'signed'",
    ),
    "DT626 a name that nothing has": (
        f"{{actor: north, assumption: a, {TREATY}, conditions: [{{when: not »sined, weight: 1}}]}}",
        "DT626 no outcome has the id 'sined', and none takes an option of that id",
    ),
    "DT626 a pattern": (
        f"{{actor: north, assumption: a, {TREATY}, conditions: [{{when: 'signed or »{{Y-}}', weight: 1}}]}}",
        "DT626 a pattern lists options, not outcomes",
    ),
    "DT626 a name of two outcomes": (
        f"{{actor: north, assumption: a, {TREATY}, conditions: [{{when: not »same, weight: 1}}]}}",
        "DT626 'same' means different things: see 'hue', 'tone'",
    ),
    "DT627 a statement that is not there": (
        f"{{actor: north, assumption: a, {TREATY}, conditions: [{{statement: »law-first, weight: 1}}]}}",
        "DT627 'north' has no preference statement 'law-first'",
    ),
}


@pytest.mark.parametrize(("parties", "expected"), BROKEN.values(), ids=list(BROKEN))
def test_what_keeps_packages_from_being_worked_out(parties: str, expected: str, opened: Opener) -> None:
    text, places = marked(f"{CASE}settlement: {{parties: [{parties}]}}")

    assert problems(opened(text)) == [f"{places[0]} {expected}"]


def test_a_shared_statement_that_no_package_decides_is_told_where_it_is_shared(opened: Opener) -> None:
    conflict = """conflict:
  decision_makers:
    - actor: north
      options: [{id: sign}, {id: march}]
      preferences: {assumption: a, statements: [{id: calm, when: not march}]}
"""
    party = f"{{actor: north, assumption: a, {TREATY}, conditions: [{{statement: »calm, weight: 1}}]}}"
    text, places = marked(f"{CASE}{conflict}settlement: {{parties: [{party}]}}")

    assert problems(opened(text)) == [
        f"{places[0]} DT626 in 'calm': no outcome has the id 'march', and none takes an option of that id"
    ]


def test_powers_of_nothing(opened: Opener) -> None:
    party = f"{{actor: north, assumption: a, power: 0, {TREATY}}}"
    text, places = marked(f"{CASE}settlement: {{parties: »[{party}]}}")

    assert problems(opened(text)) == [f"{places[0]} DT621 the powers of the parties add up to nothing"]


def test_more_packages_than_are_worked_out(opened: Opener) -> None:
    issues = "".join(f"  - {{id: i{k}, outcomes: [{{id: a}}, {{id: b}}]}}\n" for k in range(21))
    values = ", ".join(f"i{k}: {{a: 0, b: 1}}" for k in range(21))
    case = opened(f"{CASE}{issues}settlement: {{parties: [{{actor: north, assumption: a, values: {{{values}}}}}]}}")

    assert [problem.split(" ", 1)[1] for problem in problems(case)] == [
        "DT625 there are 2,097,152 packages; at most 1,048,576 are worked out"
    ]
    assert case.errors == ()


def test_more_conditions_than_are_worked_out_with_so_many_packages(opened: Opener) -> None:
    issues = "".join(f"  - {{id: i{k}, outcomes: [{{id: a{k}}}, {{id: b{k}}}]}}\n" for k in range(20))
    valued = ", ".join(f"i{k}: {{a{k}: 0, b{k}: 1}}" for k in range(20))
    conditions = ", ".join(["{when: a0, weight: 1}"] * 65)
    party = f"{{actor: north, batna: 0.9, assumption: a, values: {{{valued}}}, conditions: [{conditions}]}}"
    case = opened(f"{CASE}{issues}settlement: {{parties: [{party}]}}")

    assert [problem.split(" ", 1)[1] for problem in problems(case)] == [
        "DT625 there are 1,048,576 packages and 65 conditions; at most 64 conditions are worked out with so many "
        "packages"
    ]


def test_a_number_of_packages_that_nobody_could_read_is_not_spelt_out(opened: Opener) -> None:
    issues = "".join(f"  - {{id: i{k}, outcomes: [{{id: a}}, {{id: b}}]}}\n" for k in range(60))
    values = ", ".join(f"i{k}: {{a: 0, b: 1}}" for k in range(60))
    case = opened(f"{CASE}{issues}settlement: {{parties: [{{actor: north, assumption: a, values: {{{values}}}}}]}}")

    assert [problem.split(" ", 1)[1] for problem in problems(case)] == [
        "DT625 there are more than 10^15 packages; at most 1,048,576 are worked out"
    ]
    assert case.at().look("settlement").document["packages"]["count"] is None


@pytest.mark.parametrize(
    "party",
    [
        "{actor: north, assumption: a, conditions: [{when: signed, weight: [0, 1]}]}",
        f"{{actor: north, assumption: a, batna: 0.8, {TREATY}}}",
        f"{{actor: north, assumption: a, weights: {{treaty: 2, scale: 1}}, {TREATY}}}",
        f"{{actor: north, assumption: a, weights: {{treaty: 2, route: 0}}, {TREATY}}}",
        "{actor: north, assumption: a, batna: 0.9, power: 1}",
        "{actor: north, assumption: a, weights: {scale: 0}}",
    ],
)
def test_what_can_be_worked_out_is_passed_over(party: str, opened: Opener) -> None:
    assert problems(opened(f"{CASE}settlement: {{parties: [{party}]}}")) == []


def test_checking_a_settlement_loads_no_arrays() -> None:
    code = "import sys, detente.checks.rules.settlement; print('numpy' in sys.modules or 'scipy' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
