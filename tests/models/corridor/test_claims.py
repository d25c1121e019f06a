"""Claims: how often they hold, what drives them, and the least that would turn them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from tests.models.corridor.networks import modelled, two_roads

from detente.case.corridor import Corridor
from detente.models.corridor.claims.results import ClaimResult
from detente.models.corridor.claims.testing import judge_claims
from detente.models.corridor.model import CorridorModel
from detente.models.corridor.predicate.reading import read_claims

RANGES = {"value-of-time": [12, 36], "road-speed": [400, 560], "terminal": [100, 900]}
SURE = {"cites": ["source ¶1"]}


def judged(*predicates: str, seed: int = 1, **changes: Any) -> tuple[CorridorModel, tuple[ClaimResult, ...]]:
    """Return what becomes of claims about the two roads with some ranges."""
    written = two_roads(**({"parameters": two_roads()["parameters"] | RANGES} | changes))
    several = [{"id": f"c{k}", "text": "so", "predicate": each} for k, each in enumerate(predicates)]
    corridor = Corridor.model_validate(written | {"claims": several})
    read, flaws = read_claims(corridor, [])
    assert not flaws
    model = modelled(written)
    return model, judge_claims(model, read, model.run(model.rows(256, seed)))


def test_verdicts_follow_how_often_a_claim_holds() -> None:
    model, found = judged(
        "transit(NN) > transit(MM)", "fees(MM, closed) < fees(NN, closed)", "days(goods) > 1.1", "days(goods) < 1.1"
    )
    days = model.run(model.rows(256, 1)).days[0, 0]

    assert [each.verdict for each in found] == ["true", "false", "undetermined", "undetermined"]
    assert [each.probability for each in found[:2]] == [1, 0]
    assert found[2].probability == pytest.approx((days > 1.1).mean())
    assert (found[2].probability or 0) + (found[3].probability or 0) == 1
    compared = found[2].compared
    assert compared is not None
    assert compared.unit == "days"
    assert (compared.low, compared.median, compared.high) == pytest.approx(np.quantile(days, (0.05, 0.5, 0.95)))


@pytest.mark.parametrize("number", ["change(NN, closed)", "0 / 0", "transit(NN) / 0", "1e9 / 1e-300"])
@pytest.mark.parametrize(
    "text", ["{} > 0", "not {} > 0", "transit(NN) > 0 or {} > 0", "not (transit(NN) < 0 and {} < 0)"]
)
def test_of_what_is_no_number_nothing_is_found(number: str, text: str) -> None:
    nothing = [two_roads()["flows"][0] | {"kt": 0}]
    _, (claim,) = judged(text.format(number), flows=nothing)
    assert (claim.probability, claim.verdict, claim.compared) == (None, "undetermined", None)
    assert (claim.central, claim.drivers, claim.counter_example) == (None, (), None)
    assert [each.name for each in claim.undefined] == ["change"] * number.startswith("change")


def test_draws_without_a_number_do_not_count() -> None:
    written = two_roads(claims=[{"id": "c", "text": "so", "predicate": "change(NN, closed) < 0"}])
    read, _ = read_claims(Corridor.model_validate(written), [])
    model = modelled(written)
    rows = model.rows(4, 1)
    rows[[lever.key for lever in model.levers].index("flows.goods.kt"), :2] = 0
    (claim,) = judge_claims(model, read, model.run(rows))
    assert (claim.probability, claim.verdict, claim.counter_example) == (1, "true", None)
    assert claim.compared is not None
    assert (claim.compared.low, claim.compared.high) == (-100, -100)


def test_an_end_without_a_number_drives_nothing_by_itself() -> None:
    flows = [two_roads()["flows"][0] | {"kt": [0, 9]}]
    _, (claim,) = judged("change(NN, closed) < -50", flows=flows)
    assert (claim.probability, claim.drivers, claim.counter_example) == (1, (), None)


def test_drivers_move_a_claim_and_their_break_even_turns_it() -> None:
    model, (claim,) = judged("cost(goods) > 725")
    assert [driver.lever.key for driver in claim.drivers] == ["value-of-time", "road-speed"]  # no terminal is used
    first = claim.drivers[0]
    assert claim.central is True
    assert first.flips
    assert (first.low or 0) < 0 < (first.high or 0)

    rows = model.central()
    rows[[lever.key for lever in model.levers].index("value-of-time")] = first.break_even
    assert model.run(rows).cost[0, 0, 0] == pytest.approx(725, abs=0.01)


def test_a_counter_example_turns_the_claim_with_no_lever_to_spare() -> None:
    model, (claim,) = judged("cost(goods) > 728")
    found = claim.counter_example
    assert claim.central is True
    assert found is not None

    def cost(levers: tuple[Any, ...]) -> float:
        rows = model.central()
        for lever, at in levers:
            rows[model.levers.index(lever)] = at
        return float(model.run(rows).cost[0, 0, 0])

    assert cost(found.levers) == pytest.approx(found.value)
    assert found.value is not None
    assert found.value <= 728
    assert cost(found.levers[:-1]) > 728


def test_a_claim_that_no_draw_turns_has_no_counter_example() -> None:
    _, (claim,) = judged("transit(MM, closed) > 100")
    assert (claim.counter_example, claim.drivers) == (None, ())


def test_the_assumed_share_is_that_of_tonnages_without_a_source() -> None:
    goods = two_roads()["flows"][0]
    flows = [goods | SURE | {"kt": 150}, goods | {"id": "more", "kt": 50}]
    predicates = ("transit(NN) > 1", "change(MM, closed) > 1", "fees(firm) > 1", "cost(goods) > 1", "fees(BB) < 1")
    _, found = judged(*predicates, flows=flows)
    assert [each.assumed for each in found] == pytest.approx([0.25, 0.25, 0.25, None, None])


def test_a_claim_about_what_is_not_there_at_the_date_is_not_tested() -> None:
    written = two_roads(claims=[{"id": "c", "text": "so", "predicate": "transit(NN, loose) < 5"}])
    loose = [*written["regimes"], {"id": "loose"}]
    read, flaws = read_claims(Corridor.model_validate(written | {"regimes": loose}), [])
    assert not flaws
    model = modelled(written)
    (claim,) = judge_claims(model, read, model.run(model.central()))
    assert (claim.absent, claim.probability, claim.verdict) == (("loose",), None, "undetermined")
