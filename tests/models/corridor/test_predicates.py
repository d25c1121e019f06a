"""Predicates: how they are read, what is said of those that cannot be, and what they come to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.case_text import MARK
from tests.models.corridor.networks import FIXED, modelled, two_roads

from detente.case.corridor import Corridor
from detente.case.scenario import Scenario
from detente.models.corridor.claims.counter import counter_example
from detente.models.corridor.claims.drivers import Moves
from detente.models.corridor.claims.trial import Trial
from detente.models.corridor.predicate.expressions import PredicateError
from detente.models.corridor.predicate.found import Found, absent
from detente.models.corridor.predicate.parser import MAX_DEPTH, MAX_WORDS, read
from detente.models.corridor.predicate.passing import Passing
from detente.models.corridor.predicate.reading import ReadClaim, read_claims


def claims(*predicates: str) -> tuple[tuple[ReadClaim, ...], list[tuple[int | None, str, str]]]:
    """Return claims with predicates about the two roads, and what is wrong with others."""
    several = [{"id": f"c{k}", "text": "so", "predicate": each} for k, each in enumerate(predicates)]
    corridor = Corridor.model_validate(two_roads(claims=several))
    found, flaws = read_claims(corridor, [Scenario(id="bridge")])
    return found, [(flaw.offset, flaw.message, flaw.hint) for flaw in flaws]


BAD = [
    ("transit(NN) > »1" + "0" * 400, "this number is too large"),
    ("»1e308 * 10 > 1", "this number is too large"),
    ("»١ > 0", "'١' does not belong here"),
    ("»transit(NN)", "this is a number, where something true or false is expected"),
    ("transit(NN) < 5 »< 6", "comparisons do not chain"),
    ("transit(NN) <»", "expected a number or an output after '<', but the predicate ends"),
    ("»(transit(NN) < 5", "this '(' is not closed"),
    ("transit(NN) < 5»)", "this ')' closes nothing"),
    ("transit(NN) »= 5", "'=' is no comparison"),
    ("transit(NN) < 1»,000", "this ',' is out of place"),
    ("transit(NN) < 5 »kt", "expected a sign, 'and' or 'or' between '5' and 'kt'"),
    ("»kt < 5", "'kt' is neither a number nor an output"),
    ("transit(»5) < 5", "expected a name in the parentheses of 'transit'"),
    ("transit(NN »operator) < 5", "expected ',' or ')' after 'NN'"),
    ("not »transit(NN) + 1", "this is a number, where something true or false is expected"),
    ("1 + (»days(goods) < 2) > 3", "this is true or false, where a number is expected"),
    ("»transits(NN) < 5", "there is no output 'transits'"),
    ("transit(»NM) < 5", "there is no country of the network 'NM'"),
    ("days(»good) < 5", "there is no flow 'good'"),
    ("transit(NN, »operators) < 5", "there is no regime or scenario 'operators'"),
    ("tonnes(»a-x) < 5", "there is no link or border 'a-x'"),
    ("»share(goods) < 5", "'share' is asked of too little"),
    ("»change(NN) < 5", "'change' is asked of too little"),
    ("»days(goods, closed, NN) < 5", "'days' is asked of too much"),
    ("»through(goods, closed) < 5", "'through' is asked of too little"),
    ("through(goods, m, n, a, »b) < 5", "a route can be asked to pass three places at most"),
    ("transit(NN) < »days(goods)", "this is in days, and what goes before in thousand tonnes a year"),
    ("transit(NN) < »1" + 309 * "0", "this number is too large"),
    ("transit(NN) * »days(goods) < 5", "a product of these has no unit that anything could be compared in"),
]


@pytest.mark.parametrize(("text", "message"), BAD)
def test_what_is_wrong_is_told_with_its_place(text: str, message: str) -> None:
    assert [found[:2] for found in claims(text.replace(MARK, ""))[1]] == [(text.index(MARK), message)]


def test_slips_get_a_hint() -> None:
    hints = [hint for *_, hint in claims("transits(NN) < 5", "days(good) < 5", "transit(NN) ≤ 5")[1]]
    assert hints == ["did you mean 'transit'?", "did you mean 'goods'?", "write '<='"]


def test_an_empty_text_is_no_predicate() -> None:
    with pytest.raises(PredicateError, match="the predicate is empty"):
        read(" ")


@pytest.mark.parametrize("text", ["(" * 5000 + "1", "not " * 5000 + "1 < 2", "-" * 5000 + "1 < 2"])
def test_deep_and_long_texts_are_refused(text: str) -> None:
    with pytest.raises(PredicateError, match=f"{MAX_DEPTH} deep|{MAX_WORDS:,} words"):
        read(text)


@given(st.text(alphabet="()<>=+-*/,. 012andornt transitdays(NN)goods", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read(text)
    except PredicateError as error:
        assert 0 <= error.offset <= len(text)


def trial(text: str, written: dict[str, Any], draws: int = 1, **scenarios: Any) -> Trial:
    """Return a predicate on trial."""
    model = modelled(written, scenarios)
    claim = {"id": "c", "text": "so", "predicate": text}
    read_, flaws = read_claims(
        Corridor.model_validate(written | {"claims": [claim]}), [Scenario(id=k) for k in scenarios]
    )
    assert not flaws
    passing = Passing(model.routing)
    outputs = {
        each: Found(asked, model, model.world(asked.world) or 0, passing) for each, asked in read_[0].asked.items()
    }
    assert not [name for asked in read_[0].asked.values() for name in absent(asked, model)]
    outcome = model.run(model.central() if draws == 1 else model.rows(draws, 1))
    return Trial.of(read_[0].predicate, outputs, model, outcome)


def value(text: str, written: dict[str, Any] | None = None, **scenarios: Any) -> float:
    """Return what a number comes to."""
    found = trial(f"{text} > 0", written or two_roads(), **scenarios)
    return float(found.evaluation(found.outcome).number(found.predicate.left)[0])  # type: ignore[union-attr]


def test_outputs_are_those_of_the_model() -> None:
    model = modelled(two_roads())
    base, closed = (model.run(model.central()).at(model.world(name) or 0) for name in ("base", "closed"))
    nn = model.countries.index("NN")
    expected = {
        "transit(NN)": base.transit[nn, 0],
        "change(NN, closed)": -100,
        "fees(firm)": base.fees[model.collectors.index("firm"), 0],
        "fees(BB)": 0,
        "carriage(NN)": base.carriage[nn, 0],
        "tonnes(a-n)": base.transit[nn, 0],
        "tonnes(a-m-post, closed)": 200,
        "days(goods, closed)": closed.days[0, 0],
        "logsum(goods) - least(goods)": base.logsum[0, 0] - 713,
        "share(goods, n)": base.transit[nn, 0] / 200,
        "share(goods, NN, closed)": 0,
        "through(goods, m)": 821.4,
        "through(goods, MM) / through(goods, n)": 821.4 / 713,
        "1 - 2 * 3 - -4 / (1 + 1)": -3,
    }
    assert {text: value(text) for text in expected} == pytest.approx(expected)


def test_a_route_through_places_need_not_be_one_that_cargo_would_take() -> None:
    far = {"id": "far", "country": "CC"}
    links = [{"id": f"{x}-far", "a": x, "b": "far", "mode": "road", "km": 9000} for x in ("a", "b")]
    written = two_roads(nodes=[*two_roads()["nodes"], far], links=[*two_roads()["links"], *links])

    assert value("share(goods, CC)", written) == 0
    assert value("through(goods, far)", written) == pytest.approx(18000 * (1.5 + 1.1 / 20))
    assert np.isnan(value("through(goods, m, n)", written | {"links": two_roads()["links"][1:] + links}))


def test_truth_follows_the_numbers_in_every_draw() -> None:
    written = two_roads(parameters=two_roads()["parameters"] | {"value-of-time": [1, 200], "road-rate": [1, 2]})
    found = trial("transit(NN) > 140 and not days(goods) > 1.2 or change(NN, closed) > 0", written, draws=64)
    base = found.outcome.at(0)
    nn = found.model.countries.index("NN")

    expected = (base.transit[nn] > 140) & ~(base.days[0] > 1.2)
    assert found.truth.tolist() == expected.tolist()
    assert 0 < expected.mean() < 1
    assert ((found.margin(found.outcome) > 0) == expected).all()


@pytest.mark.parametrize(
    ("predicate", "holds"),
    [
        ("transit(NN) - transit(NN) * (1 + 1 / 3) * 0.75 < 0", False),
        ("transit(NN) - transit(NN) * (1 + 1 / 3) * 0.75 >= 0", True),
        ("(1 / 3) * transit(NN) * 3 <= transit(NN)", True),
        ("transit(NN) > transit(NN) * (1 - 1e-12)", False),
        ("transit(NN) < transit(NN) * 1.000001", True),
    ],
)
def test_what_rounding_alone_tells_apart_is_alike(predicate: str, holds: bool) -> None:
    """In all draws alike: neither a driver nor a counter-example is found in what rounding leaves."""
    on_trial = trial(predicate, two_roads() | {"parameters": {**FIXED, "road-rate": [1.0, 2.0]}}, draws=64)

    assert set(on_trial.truth) == {holds}
    assert on_trial.central is holds


@pytest.mark.parametrize("draws", [1, 8])
def test_a_claim_without_uncertain_numbers_has_no_counter_example(draws: int) -> None:
    on_trial = trial("transit(NN) > transit(MM)", two_roads(), draws)
    turned = replace(on_trial, truth=1 - on_trial.truth)  # as if rounding had told draws and the middle apart

    assert counter_example(turned, Moves.of(turned.model)) is None
