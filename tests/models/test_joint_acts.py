"""Joint acts mean that all have consented: held against the conflict expanded by hand, state by state."""

from __future__ import annotations

import json
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.conftest import Opener

from detente.case.conflict import Conflict
from detente.methods.gmcr.preference.expressions import And, Expression, Iff, Implies, Name, Not, Or
from detente.methods.gmcr.preference.statements import parse
from detente.methods.gmcr.preference.writer import spelled
from detente.models.conflict.joint import Words, plain, plain_conflict
from detente.models.conflict.model import ConflictModel, model_conflict
from detente.models.conflict.symbolic import model_symbolic
from detente.models.flaw import FlawedModelError

OWN = {"north": ["a"], "south": ["b", "c"], "east": []}
ACTS = ["sign", "open"]


def conditions(words: list[str]) -> st.SearchStrategy[str]:
    """Conditions over some words, as texts."""

    def branches(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
        several = st.lists(parts, min_size=2, max_size=3).map(tuple)
        pairs = (st.builds(kind, parts, parts) for kind in (Implies, Iff))
        return st.one_of(parts.map(Not), several.map(And), several.map(Or), *pairs)

    return st.recursive(st.sampled_from(words).map(Name), branches, max_leaves=4).map(spelled)


@st.composite
def conflicts(draw: st.DrawFn) -> dict[str, Any]:
    """Conflicts with two joint acts, as a case writes them."""
    by = {act: draw(st.lists(st.sampled_from(list(OWN)), min_size=1, max_size=2, unique=True)) for act in ACTS}
    consents = [f"{act}@{actor}" for act in ACTS for actor in by[act]]
    words = ["a", "b", "c", *ACTS, *consents]
    condition, some = conditions(words), st.lists(st.sampled_from(words), min_size=1, max_size=3, unique=True)
    rules = st.one_of(
        st.fixed_dictionaries({"when": condition}),
        st.fixed_dictionaries({"take": st.sampled_from(words), "only_if": condition}),
        *(st.fixed_dictionaries({kind: some}) for kind in ("at_most_one", "at_least_one", "together")),
    )
    return {
        "decision_makers": [
            {
                "actor": actor,
                "options": [{"id": option} for option in own],
                "preferences": {"statements": draw(st.lists(condition, max_size=3))},
            }
            for actor, own in OWN.items()
        ],
        "joint": [
            {"id": act, "by": by[act], "direction": draw(st.sampled_from(["both", "take-only", "drop-only"]))}
            for act in ACTS
        ],
        "infeasible": draw(st.lists(rules, max_size=2)),
        "status_quo": draw(some),
        "named_states": {"deal": draw(some)},
    }


def modelled(written: dict[str, Any]) -> ConflictModel:
    """Return the model; conflicts in which nothing can be are not looked at."""
    try:
        return model_conflict(plain_conflict(Conflict.model_validate(written)))
    except FlawedModelError as error:
        assume(all(flaw.rule.code not in ("DT504", "DT508") for flaw in error.flaws))
        raise


def true_in(expression: Expression, holds: dict[str, bool]) -> bool:
    match expression:
        case Name(word):
            return holds[word]
        case Not(part):
            return not true_in(part, holds)
        case And(parts):
            return all(true_in(part, holds) for part in parts)
        case Or(parts):
            return any(true_in(part, holds) for part in parts)
        case Implies(reason, result):
            return not true_in(reason, holds) or true_in(result, holds)
        case Iff(left, right):
            return true_in(left, holds) == true_in(right, holds)
        case _:
            raise AssertionError(expression)


def ruled_out(rule: dict[str, Any], holds: dict[str, bool]) -> bool:
    """Whether a rule forbids what holds, by what its key says."""
    [*_, last] = rule
    if last == "when":
        return true_in(parse(rule["when"]), holds)
    if last == "only_if":
        return holds[rule["take"]] and not true_in(parse(rule["only_if"]), holds)
    number = sum(holds[word] for word in rule[last])
    return {"at_most_one": number > 1, "at_least_one": number < 1, "together": 0 < number < len(rule[last])}[last]


def by_hand(written: dict[str, Any]) -> dict[str, dict[str, bool]]:
    """Return by state what holds in it: the options in order, and each act where all its consents are taken."""
    options = []
    for maker in written["decision_makers"]:
        options += [option["id"] for option in maker["options"]]
        options += [f"{act['id']}@{maker['actor']}" for act in written["joint"] if maker["actor"] in act["by"]]
    found = {}
    for marks in product("NY", repeat=len(options)):
        holds = {option: mark == "Y" for option, mark in zip(options, marks, strict=True)}
        acts = {act["id"]: all(holds[f"{act['id']}@{actor}"] for actor in act["by"]) for act in written["joint"]}
        found["".join(marks)] = holds | acts
    return found


@given(conflicts())
def test_what_can_be_and_what_is_preferred_is_as_expanded_by_hand(written: dict[str, Any]) -> None:
    model, states = modelled(written), by_hand(written)
    possible = {name for name, holds in states.items() if not any(ruled_out(r, holds) for r in written["infeasible"])}
    numbers = {name: number for number, name in enumerate(states)}

    assert {model.name(int(s)) for s in np.flatnonzero(model.engine.feasible)} == possible
    for maker, payoff in zip(written["decision_makers"], model.engine.payoffs, strict=True):
        read = [parse(text) for text in maker["preferences"]["statements"]]
        worth = {name: [true_in(each, states[name]) for each in read] for name in possible}
        levels = sorted({tuple(each) for each in worth.values()})
        assert {n: int(payoff[numbers[n]]) for n in possible} == {n: levels.index(tuple(worth[n])) for n in possible}


@given(conflicts())
def test_states_that_are_spoken_of_hold_all_consents(written: dict[str, Any]) -> None:
    model, states = modelled(written), by_hand(written)
    for number, words in (
        (model.status_quo, written["status_quo"]),
        (model.named["deal"], written["named_states"]["deal"]),
    ):
        assert number is not None
        taken = {option for option, held in states[model.name(number)].items() if held and option in model.options}
        asked = {
            f"{word}@{actor}" for act in written["joint"] for actor in act["by"] for word in words if word == act["id"]
        }
        assert taken == asked | {word for word in words if word in model.options}


@given(conflicts())
def test_an_act_of_one_alone_is_an_ordinary_option(written: dict[str, Any]) -> None:
    """The option of the same name that stands behind the others of who does it, with the same words everywhere."""
    consents = {act["id"]: act["by"][0] for act in written["joint"]}
    alone = written | {"joint": [act | {"by": act["by"][:1]} for act in written["joint"]]}
    left_out = {f"{act['id']}@{actor}" for act in written["joint"] for actor in act["by"][1:]}
    assume(not any(consent in str(written[key]) for consent in left_out for key in written if key != "joint"))
    options = {
        actor: [*({"id": own} for own in OWN[actor])]
        + [{"id": act["id"], "direction": act["direction"]} for act in alone["joint"] if act["by"] == [actor]]
        for actor in OWN
    }
    makers = [maker | {"options": options[maker["actor"]]} for maker in alone["decision_makers"]]
    text = json.dumps(written | {"joint": [], "decision_makers": makers})
    for act, actor in consents.items():
        text = text.replace(f"{act}@{actor}", act)
    model, other = modelled(alone), modelled(json.loads(text))

    assert np.array_equal(model.engine.feasible, other.engine.feasible)
    assert np.array_equal(model.engine.payoffs, other.engine.payoffs)
    assert (model.status_quo, model.named) == (other.status_quo, other.named)
    assert [each.partition("@")[0] for each in model.options] == list(other.options)
    for i in range(len(OWN)):
        states = np.flatnonzero(model.engine.feasible)
        assert np.array_equal(model.engine.moves_from(i, states), other.engine.moves_from(i, states))


@given(conflicts())
def test_with_and_without_a_list_of_states_the_same_holds(written: dict[str, Any]) -> None:
    model = modelled(written)
    large = model_symbolic(plain_conflict(Conflict.model_validate(written)))
    feasible = np.flatnonzero(model.engine.feasible)

    assert [s for s in range(model.engine.feasible.size) if large.can_be(s)] == feasible.tolist()
    assert (large.status_quo, dict(large.named)) == (model.status_quo, model.named)
    for i, payoff in enumerate(model.engine.payoffs):
        nash = {int(s) for s in feasible if not any(payoff[t] > payoff[s] for t in model.engine.moves(i, int(s)))}
        assert {int(s) for s in feasible if large.stability.stable["nash"][i].holds(int(s))} == nash


@given(conflicts())
def test_what_is_plain_stays_as_it_is(written: dict[str, Any]) -> None:
    once = plain_conflict(Conflict.model_validate(written))

    assert plain_conflict(once) == once
    assert plain_conflict(once.model_copy(update={"joint": ()})) == once.model_copy(update={"joint": ()})


@given(conflicts())
def test_conditions_go_back_to_the_words_of_the_case(written: dict[str, Any]) -> None:
    conflict = Conflict.model_validate(written)
    words = Words.of(conflict)
    several = {act["id"] for act in written["joint"] if len(act["by"]) > 1}
    for maker in written["decision_makers"]:
        for text in maker["preferences"]["statements"]:
            if not any(word in parse_words(text) for word in ACTS if word not in several):
                assert words.folded(words.text(text)) == text


def parse_words(text: str) -> set[str]:
    return set(text.replace("(", " ").replace(")", " ").split())


CASE = """
    case: {id: demo, as_of: 2025-07-10}
    actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
    issues:
      - {id: treaty, outcomes: [{id: sign}, {id: initialled, takes: [sign@north]}, {id: none, takes: []}]}
      - {id: road, outcomes: [{id: built, takes: [open]}, {id: not-built, takes: []}]}
    conflict:
      decision_makers: [{actor: north, options: []}, {actor: south, options: []}]
      joint:
        - {id: sign, text: Sign, by: [north, south], available: 2026}
        - {id: open, text: Open, by: [south, north, south]}
    settlement:
      parties:
        - actor: north
          values: {treaty: {sign: 1, initialled: 0.5, none: 0}}
          conditions: [{when: not sign, weight: 1}, {when: not open, weight: 1}]
          red_lines: [{id: never, when: sign or open}]
"""


def test_outcomes_and_the_conditions_of_parties_are_put_plainly_too(opened: Opener) -> None:
    case = opened(CASE).case
    found = plain(case)

    treaty, road = found.issues
    assert [outcome.takes for outcome in treaty.outcomes] == [("sign@north", "sign@south"), ("sign@north",), ()]
    assert [outcome.takes for outcome in road.outcomes] == [("open@south", "open@north"), ()]
    assert found.settlement is not None
    [party] = found.settlement.parties
    assert [each.when for each in party.conditions] == ["not sign", "not (open@south and open@north)"]
    assert [each.when for each in party.red_lines] == ["sign or (open@south and open@north)"]
    assert found.conflict is not None
    assert [option.label for option in found.conflict.options] == [
        "Sign (North)",
        "Open (North)",
        "Sign (South)",
        "Open (South)",
    ]
    assert [option.available is None for option in found.conflict.options] == [False, True, False, True]
    assert plain(found) == found


def test_a_case_without_joint_acts_is_plain(opened: Opener) -> None:
    case = opened("case: {id: demo, as_of: 2025}").case
    assert plain(case) is case


def test_a_consent_may_be_written_out(opened: Opener) -> None:
    """To say that it can be given only from some day on, for example."""
    text = CASE.replace("{actor: north, options: []}", "{actor: north, options: [{id: open@north, available: 2027}]}")
    found = plain(opened(text).case).conflict

    assert found is not None
    assert [option.id for option in found.options] == ["open@north", "sign@north", "sign@south", "open@south"]
    stated = opened(text).case.conflict
    assert stated is not None
    assert str(found.options[0].available) == str(stated.options[0].available)


@pytest.mark.parametrize(
    ("weights", "expected"), [({"sign": 2.0, "a": 1.0}, {"sign@north": 2.0, "a": 1.0}), ({"sign@north": 1.0}, None)]
)
def test_the_weight_of_what_one_does_alone_is_that_of_its_consent(
    weights: dict[str, float], expected: dict[str, float] | None
) -> None:
    maker = {"actor": "north", "options": [{"id": "a"}], "preferences": {"weights": weights}}
    conflict = Conflict.model_validate({"decision_makers": [maker], "joint": [{"id": "sign", "by": ["north"]}]})
    stated = plain_conflict(conflict).decision_makers[0].preferences

    assert stated is not None
    assert stated.weights == (expected or weights)
