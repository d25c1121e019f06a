"""Packages as states: an outcome named like an option is that option taken, and the others of its issue left."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from tests.conftest import Opener

from detente.case import Case
from detente.models.settlement.outline import outline_settlement
from detente.models.settlement.states import PackageStates, knows_outcomes, package_states
from detente.study.verdicts import judge

CASE = """
case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
issues:
  - {id: text, outcomes: [{id: sign}, {id: initial}, {id: nothing}]}
  - {id: money, outcomes: [{id: pay}, {id: unpaid}]}
settlement:
  parties:
    - {actor: north, assumption: a, values: {text: {sign: 1, initial: 1, nothing: 1}, money: {pay: 1, unpaid: 0}}}
conflict:
  decision_makers:
    - {actor: north, options: [{id: sign}, {id: initial}], preferences: {assumption: a, statements: [sign]}}
    - {actor: south, options: [{id: pay}, {id: visit}], preferences: {assumption: a, statements: [not pay]}}
  infeasible: [{when: sign and initial}]
  named_states: {rich: [pay, visit], poor: []}
"""


def behind_packages(case: Case, closed: tuple[str, ...] = ()) -> PackageStates | None:
    """Return the states behind packages; nothing where the conflict knows no outcome."""
    outline, conflict = outline_settlement(case), case.conflict
    if conflict is None or not knows_outcomes(conflict, outline):
        return None
    verdicts = judge(conflict, closed)
    return package_states(outline, conflict, verdicts.model, verdicts.stability)


def choice(text: str, money: str) -> tuple[int, int]:
    """Return a package by the numbers of its outcomes."""
    return ["sign", "initial", "nothing"].index(text), ["pay", "unpaid"].index(money)


@pytest.mark.parametrize(
    ("text", "money", "states", "named"),
    [
        ("sign", "pay", ["YNYN", "YNYY"], ()),
        ("sign", "unpaid", ["YNNN", "YNNY"], ()),
        ("initial", "pay", ["NYYN", "NYYY"], ()),
        ("nothing", "pay", ["NNYN", "NNYY"], ("rich",)),
        ("nothing", "unpaid", ["NNNN", "NNNY"], ("poor",)),
    ],
)
def test_states_have_the_options_of_a_package(
    text: str, money: str, states: list[str], named: tuple[str, ...], opened: Opener
) -> None:
    case = opened(CASE).case
    behind = behind_packages(case)

    assert behind is not None
    found = behind.of(choice(text, money))
    assert [behind.model.name(int(state)) for state in found] == states
    assert behind.names(found.tolist()) == named


def test_north_signs_and_south_does_not_pay(opened: Opener) -> None:
    case = opened(CASE).case
    behind = behind_packages(case)

    assert behind is not None
    assert "nash" in behind.holding(behind.of(choice("sign", "unpaid")))
    assert behind.holding(behind.of(choice("nothing", "pay"))) == ()


# Now the text takes the payment with it: with the signature if fetched, and the sum says for itself what is paid.
TAKING = (
    CASE.replace("[{id: sign}, {id: initial}, {id: nothing}]", "[{id: both, takes: [sign, pay]}, {id: neither}]")
    .replace("[{id: pay}, {id: unpaid}]", "[{id: some, takes: [pay]}, {id: none}]")
    .replace("{sign: 1, initial: 1, nothing: 1}", "{both: 1, neither: 0}")
    .replace("{pay: 1, unpaid: 0}", "{some: 1, none: 0}")
    .replace("sign and initial", "pay and not sign")
)


def test_outcomes_take_several_options_and_may_contradict_each_other(opened: Opener) -> None:
    case = opened(TAKING).case
    behind = behind_packages(case)

    assert behind is not None
    packages = list(product([0, 1], [0, 1]))  # both or neither, some or none
    names = [[behind.model.name(int(state)) for state in behind.of(package)] for package in packages]
    # Who signs and pays without paying any sum, or pays a sum without taking the text, contradicts itself.
    assert names == [["YNYN", "YNYY", "YYYN", "YYYY"], [], [], ["NNNN", "NNNY", "NYNN", "NYNY"]]
    assert behind.possible(np.array(packages)).tolist() == [True, False, False, True]


def test_a_package_is_possible_where_it_has_a_state(opened: Opener) -> None:
    case = opened(CASE).case
    for closed in ((), ("sign",), ("pay", "visit"), ("initial",)):
        behind = behind_packages(case, closed)
        assert behind is not None
        packages = list(product(range(3), range(2)))
        assert behind.possible(np.array(packages)).tolist() == [bool(behind.of(package).size) for package in packages]


@pytest.mark.parametrize(
    "change",
    [
        ("infeasible: [{when: sign and initial}]", "coalesce: ['{Y---}']"),
        ("options: [{id: sign}, {id: initial}]", "options: [{id: sign-it}, {id: initial-it}]"),
    ],
)
def test_where_states_are_merged_or_nothing_is_shared_there_are_none(change: tuple[str, str], opened: Opener) -> None:
    text = CASE.replace(*change)
    if "sign-it" in text:
        text = text.replace("statements: [sign]", "statements: [sign-it]").replace("sign and initial", "sign-it")
        text = text.replace("{id: pay}, {id: visit}", "{id: pay-it}, {id: visit}")
        text = text.replace("not pay]", "not pay-it]").replace("[pay, visit]", "[pay-it, visit]")
    case = opened(text).case

    assert behind_packages(case) is None
    assert not knows_outcomes(None, outline_settlement(case))
