"""Who gains: in the brief, what a package or the weightiest world means for transit and fees."""

from __future__ import annotations

from tests.brief.reading import hold_to_the_laws, said
from tests.conftest import Opener
from tests.lenses.corridor.cases import PASS

from detente.findings import Question

PACKAGES = """
issues:
  - id: way
    outcomes: [{id: stays-shut, text: Pass shut, takes: []}, {id: for-a-toll, text: Pass open, takes: [open]}]
conflict:
  decision_makers:
    - {actor: pass-land, options: [{id: open, text: Open it}], preferences: {assumption: x, statements: [open]}}
  status_quo: []
settlement:
  parties:
    - {actor: pass-land, batna: 0.1, weights: {way: 1}, values: {way: {stays-shut: 0, for-a-toll: 1}}, assumption: x}
    - {actor: ring-land, batna: 0.1, weights: {way: 1}, values: {way: {stays-shut: 0, for-a-toll: 1}}, assumption: x}
"""


def test_a_case_of_a_corridor_alone_tells_its_weightiest_regime(opened: Opener) -> None:
    brief = hold_to_the_laws(opened(PASS).at())

    assert said(brief, Question.GAINS) == (
        "In the model, “Pass free” brings Pass 94,000 tonnes of transit a year, costing Ring 94,000 tonnes of transit."
    )
    assert brief.sentences[-1].because == ("corridor-balance",)


def test_a_package_that_brings_a_regime_tells_what_that_means(opened: Opener) -> None:
    text = PASS.replace("usd: 100, fee_to", "usd: 100, takes: [open], fee_to") + PACKAGES
    brief = hold_to_the_laws(opened(text).at())

    assert "This pays Pass $0.25 million yearly (assumed), costing Ring 50,000 tonnes of transit." in said(
        brief, Question.GAINS
    )


def test_of_a_day_before_its_reading_it_says_so(opened: Opener) -> None:
    brief = hold_to_the_laws(opened(PASS).at("2024"))

    assert said(brief, Question.GAINS) == (
        "Who gains in transit in 2024 cannot be told: the case speaks of it from 1 June 2025 on."
    )
