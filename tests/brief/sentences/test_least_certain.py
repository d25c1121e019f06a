"""What is least certain: the input that changes most, in words, and where scenarios find it."""

from __future__ import annotations

import pytest
from tests.brief.small import ACTORS
from tests.conftest import ROOT, Opener
from tests.lenses.roadmap.cases import CASE

from detente.findings import LeastCertain
from detente.session import open_case

SHARE = """
    issues: [{id: share, name: Share of the water, outcomes: [{id: much, text: Much of it}, {id: none, text: Nothing}]}]
    settlement:
      parties:
        - {actor: north, batna: 0.5, assumption: x, weights: {share: 1}, values: {share: {much: 0.8, none: 0}}}
        - {actor: south, batna: 0.5, assumption: x, weights: {share: 1}, values: {share: {much: 0.8, none: 0}}}
"""


def least(opened: Opener, text: str) -> LeastCertain | None:
    return opened(text).at().brief().least_certain


def test_nothing_is_where_every_number_is_a_point(opened: Opener) -> None:
    assert least(opened, ACTORS + SHARE) is None


@pytest.mark.parametrize(
    ("certain", "open_", "text", "where"),
    [
        (
            "actor: north, batna: 0.5",
            "actor: north, batna: [0.4, 0.9]",
            "How well North does without a deal: if very well, it would refuse all that others accept.",
            "settlement.north.batna",
        ),
        (
            "actor: south, batna: 0.5, assumption: x, weights: {share: 1}, values: {share: {much: 0.8",
            "actor: south, batna: 0.5, assumption: x, weights: {share: 1}, values: {share: {much: [0.1, 1]",
            "What “Much of it” is worth to South; at the lower end of its range nothing is acceptable to all.",
            "settlement.south.values.share.much",
        ),
        (
            "values: {share: {much: 0.8, none: 0}}}\n        - {actor: south",
            "values: {share: {much: 0.8, none: 0}}, conditions: "
            "[{id: calm, when: much, weight: [0, 1], why: It calms}]}\n        - {actor: south",
            "How much this matters to North: it calms.",
            "settlement.north.calm",
        ),
    ],
)
def test_a_number_is_told_with_what_it_would_change(
    opened: Opener, certain: str, open_: str, text: str, where: str
) -> None:
    whole = ACTORS + SHARE
    assert certain in whole
    assert least(opened, whole.replace(certain, open_)) == LeastCertain(text, where)


def test_a_number_that_would_open_the_zone(opened: Opener) -> None:
    shut = SHARE.replace("actor: north, batna: 0.5", "actor: north, batna: [0.7, 0.99]")
    assert least(opened, ACTORS + shut) == LeastCertain(
        "How well North does without a deal: if badly, it would accept something that others accept.",
        "settlement.north.batna",
    )


def test_with_a_road_alone_how_long_the_step_takes_whose_length_is_assumed(opened: Opener) -> None:
    assert least(opened, CASE) == LeastCertain("How long “The vote” takes.", "steps.vote.duration")


def test_an_order_of_wishes_that_is_open(opened: Opener) -> None:
    text = """
    conflict:
      decision_makers:
        - actor: north
          options: [{id: go-in, text: Go in}]
          preferences:
            assumption: x
            statements: [{when: go-in, group: g, why: It is able to}, {when: not go-in, group: g, why: It fears to}]
        - {actor: south, options: [{id: wait, text: Wait}], preferences: {assumption: x, statements: [not wait]}}
      status_quo: []
    """
    assert least(opened, ACTORS + text) == LeastCertain(
        "What matters more to North: “It is able to” or “It fears to”.", "conflict.north.1"
    )


def test_that_of_the_flagship_stands_in_the_case_and_turns_the_answer() -> None:
    case = open_case(ROOT / "examples" / "south-caucasus")
    found = case.at().brief().least_certain
    assert found is not None
    section, actor, key = found.input.split(".")
    [party] = [each for each in (case.case.settlement.parties if case.case.settlement else ()) if each.actor == actor]
    bars = case.at().settle().document["packages"]["now"]["uncertainty"]["tornado"]
    [bar] = [each for each in bars if (each["kind"], each["actor"]) == (key, actor)]
    assert (section, party.batna is not None) == ("settlement", True)
    assert bar["low"]["slack"] > 0 > bar["high"]["slack"]
    assert found.text.endswith(": if very well, it would refuse all that others accept now.")
