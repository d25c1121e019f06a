"""What a reader can change, as data between tags."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.report.hostile import TEXTS

from detente.findings import Finding
from detente.findings.trial import Effect, Game, Trial, Wants, Wish
from detente.report.tree.trial import effects_of, trial_node

TRIAL = Trial((Game("As things are"), Game("They agree", "agree"), Game("They do not", "quarrel")))


def test_effects_are_gathered_by_scenario_in_reading_order() -> None:
    first = Finding("a", "a", effects=(Effect("agree", "one"), Effect("quarrel", "two")))
    second = Finding("b", "b", effects=(Effect("agree", "three"),))
    effects = effects_of((first, second))
    node = trial_node(TRIAL, effects)

    assert effects == {"agree": ("one", "three"), "quarrel": ("two",)}
    assert node.scenarios == (("They agree", ("one", "three")), ("They do not", ("two",)))
    assert [game["effects"] for game in json.loads(node.data)["games"]] == [[], ["one", "three"], ["two"]]


def test_a_scenario_repeats_nothing_of_the_case_as_it_is() -> None:
    """What is left out is what the script puts back: of a scenario, what the case says; of a wish, nothing."""
    now = Game("As things are", makers=("North",), quo=0, wants=(Wants((0,)),))
    other = replace(now, title="Later", scenario="later", quo=1, notes=("a note",))
    data = json.loads(trial_node(Trial((now, other), wishes=(Wish("Fish", 0),)), {"later": ("an effect",)}).data)

    assert data["games"][1] == {"title": "Later", "scenario": "later", "quo": 1, "effects": ["a note", "an effect"]}
    assert data["games"][0]["wants"] == [{"wishes": [0]}]
    assert data["wishes"] == [{"text": "Fish", "when": 0}]


def test_scenarios_of_which_nothing_else_is_said_are_left_out() -> None:
    assert trial_node(TRIAL, {"agree": ("one",)}).scenarios == (("They agree", ("one",)),)


@pytest.mark.parametrize("text", [*TEXTS.values(), "</script>", "<!--<script>", "\u2028&amp;"], ids=repr)
def test_texts_stay_between_the_tags(text: str) -> None:
    node = trial_node(Trial((Game(text),)), {"": (text,)})
    [game] = json.loads(node.data)["games"]

    assert not set(node.data) & set("<>&\u2028\u2029\x00\x1b\x7f")
    assert game["title"] == game["effects"][0].replace("\x1b", "\ufffd") or "\x1b" in text
    assert game["title"] == "".join("\ufffd" if letter < " " else letter for letter in text)


def test_what_cannot_be_tried_says_why() -> None:
    assert trial_node(Trial((Game("As things are", trouble="it is too large"),)), {}).trouble == "it is too large"
