"""Conditions on packages: what names in them mean, and in which packages they hold."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import NamedTuple

import numpy as np
import pytest
from tests.conftest import Opener

from detente.models.settlement.model import SettlementModel, model_settlement
from detente.models.settlement.outline import best_possible, outline_settlement
from detente.session import OpenCase

# A package is a text, a law and a sum of money. The conflict knows the signature, the law and two halves of a payment.
CASE = """
case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
issues:
  - {id: text, outcomes: [{id: unsigned}, {id: signed, takes: [sign]}]}
  - {id: law, outcomes: [{id: old}, {id: amend}]}
  - {id: money, outcomes: [{id: none}, {id: half, takes: [send]}, {id: all, takes: [send, fetch]}]}
  - {id: colour, outcomes: [{id: red}, {id: blue}]}
settlement:
  parties:
    - actor: north
      batna: 0.5
      weights: {text: 2}
      values: {text: {unsigned: 0, signed: 1}}
      conditions: [CONDITIONS]
      assumption: a
    - {actor: south, batna: 0, values: {text: {unsigned: 0, signed: 1}}, assumption: a}
conflict:
  decision_makers:
    - actor: north
      options: [{id: sign}, {id: send}]
      preferences: {assumption: a, statements: [{id: law-first, when: not (sign and not amend)}]}
    - actor: south
      options: [{id: amend}, {id: fetch}]
      preferences: {assumption: a, statements: [{id: law-first, when: fetch}]}
"""
SIZES = {"text": ["unsigned", "signed"], "law": ["old", "amend"], "money": ["none", "half", "all"]}


def model(opened: Opener, *conditions: str) -> SettlementModel:
    case = opened(CASE.replace("CONDITIONS", ", ".join(conditions)))
    assert case.errors == ()
    return modelled(case)


def modelled(case: OpenCase) -> SettlementModel:
    return model_settlement(case.case, outline_settlement(case.case))


class Package(NamedTuple):
    """The outcome of each issue."""

    text: str
    law: str
    money: str


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("when: signed and old", lambda p: p.text == "signed" and p.law == "old"),
        ("when: sign implies amend", lambda p: p.text != "signed" or p.law == "amend"),
        ("when: amend if sign", lambda p: p.text != "signed" or p.law == "amend"),
        ("statement: law-first", lambda p: not (p.text == "signed" and p.law != "amend")),
        ("when: fetch or none", lambda p: p.money in ("all", "none")),
        ("when: send iff signed", lambda p: (p.money in ("half", "all")) == (p.text == "signed")),
        ("when: (half or amend) and not fetch", lambda p: (p.money == "half" or p.law == "amend") and p.money != "all"),
    ],
)
def test_a_condition_holds_in_the_packages_that_its_words_say(
    condition: str, holds: Callable[[Package], bool], opened: Opener
) -> None:
    found = model(opened, f"{{{condition}, weight: 3}}", "{when: amend and send, weight: 0}")

    assert [issue.id for issue in found.outline.issues] == list(SIZES)  # the colour matters to nobody
    by_hand = [holds(Package(*package)) for package in product(*SIZES.values())]
    assert found.utility.conditions.truths[0].tolist() == by_hand
    assert len(set(by_hand)) == 2


@pytest.mark.parametrize(
    "conditions",
    [
        ["{when: signed and old, weight: 3}", "{when: unsigned and amend, weight: 2}"],
        ["{when: unsigned, weight: 5}", "{when: not (half or all) iff signed, weight: 1}"],
        ["{statement: law-first, weight: 1}", "{when: unsigned or none, weight: [0, 4]}"],
        [],
    ],
)
def test_the_best_package_is_found_without_working_out_all(conditions: list[str], opened: Opener) -> None:
    found = model(opened, *conditions)
    worth = found.utility.utilities(found.doubt.middle)

    assert [best_possible(found.outline, party) for party in found.outline.parties] == pytest.approx(worth.max(axis=1))


def test_it_counts_beside_the_issues_by_its_share_of_all_weights(opened: Opener) -> None:
    found = model(opened, "{when: amend, weight: 6}")
    worth = found.utility.utilities(found.doubt.middle)

    # By hand, for unsigned old, unsigned amend, signed old, signed amend; South's utility has no condition in it.
    assert worth[0].tolist() == [0, 0.75, 0.25, 1]
    assert worth[1].tolist() == [0, 0, 1, 1]


def test_an_uncertain_weight_is_drawn_like_any_number(opened: Opener) -> None:
    found = model(opened, "{when: amend, weight: [2, 6]}")
    [place] = found.doubt.uncertain
    given = found.inputs[place]

    assert (given.kind, given.party.actor, given.stated and given.stated.text) == ("condition", "north", "amend")
    rows = np.repeat(found.doubt.middle[np.newaxis], 2, axis=0)
    rows[:, place] = [2, 6]
    assert found.utility.utilities(rows)[:, 0, 1].tolist() == [0.5, 0.75]


def test_each_party_shares_the_statements_of_its_own_actor(opened: Opener) -> None:
    valued = "values: {text: {unsigned: 0, signed: 1}}, assumption"
    text = CASE.replace("CONDITIONS", "{statement: law-first, weight: 1}")
    text = text.replace(
        valued, valued.replace("assumption", "conditions: [{statement: law-first, weight: 1}], assumption")
    )
    found = modelled(opened(text))

    assert [stated.text for stated in found.outline.conditions] == ["not (sign and not amend)", "fetch"]


def test_who_only_has_conditions_is_a_party_all_the_same(opened: Opener) -> None:
    valued = "batna: 0, values: {text: {unsigned: 0, signed: 1}}"
    text = CASE.replace("CONDITIONS", "").replace(valued, "batna: 0, conditions: [{when: sign, weight: 2}]")
    case = opened(text)
    found = modelled(case)

    assert [party.actor for party in found.outline.parties] == ["north", "south"]
    assert found.utility.utilities(found.doubt.middle).tolist() == [[0, 1], [0, 1]]
