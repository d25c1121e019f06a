"""Two roads whose costs, shares, days, transit and fees a hand can work out."""

from __future__ import annotations

from math import exp, log

import pytest
from tests.models.corridor.networks import modelled, network, two_roads

BY_M = 720 + 60 + 34 + (2.4 + 5)
BY_N = 600 + 40 + 0.15 * 300 + 24 + (2 + 2)
THETA = 8 / BY_N
SHARE = 1 / (1 + exp(THETA * (BY_M - BY_N)))  # of the road by M
UNITS = 200_000 / 20


def test_the_hand_computed_answer() -> None:
    model = modelled(two_roads())
    found = model.run(model.central())
    base = found.at(0)

    assert [world.id for world in model.worlds] == ["base", "closed", "operator"]
    through = dict(zip(model.countries, found.transit[0, :, 0], strict=True))
    assert through == pytest.approx({"AA": 0, "BB": 0, "MM": 200 * SHARE, "NN": 200 * (1 - SHARE)}, rel=1e-6)
    assert base.logsum[0, 0] == pytest.approx(-log(exp(-THETA * BY_M) + exp(-THETA * BY_N)) / THETA, rel=1e-6)
    assert base.cost[0, 0] == pytest.approx(SHARE * BY_M + (1 - SHARE) * BY_N, rel=1e-6)
    assert base.days[0, 0] == pytest.approx((SHARE * 34 + (1 - SHARE) * 24) / 24, rel=1e-6)
    by_m, by_n = UNITS * SHARE, UNITS * (1 - SHARE)
    fees = dict(zip(model.collectors, found.fees[0, :, 0], strict=True))
    assert fees == pytest.approx(
        {"MM": 45 * by_m, "AA": 15 * by_m, "NN": 0.3 * 85 * by_n, "firm": 0.7 * 85 * by_n}, rel=1e-6
    )
    paid = dict(zip(model.countries, found.carriage[0, :, 0], strict=True))
    assert paid == pytest.approx({"AA": 0, "BB": 0, "MM": 720 * by_m, "NN": 600 * by_n}, rel=1e-6)
    carried = dict(zip(model.links, found.links[0, :, 0], strict=True))
    assert carried == pytest.approx(
        {"a-m": 200 * SHARE, "m-b": 200 * SHARE} | dict.fromkeys(["a-n", "n-b"], 200 * (1 - SHARE)), rel=1e-6
    )
    assert found.borders[0, :, 0] == pytest.approx([200 * SHARE])


def test_a_closed_regime_leaves_the_other_road() -> None:
    model = modelled(two_roads())
    found = model.run(model.central())
    closed = model.world("closed")
    assert closed is not None

    assert found.logsum[closed, 0, 0] == pytest.approx(BY_M)
    assert found.transit[closed, :, 0] == pytest.approx([0, 0, 200, 0])
    assert found.change[closed, 2:, 0] == pytest.approx([100 / SHARE - 100, -100])
    assert found.change[model.world("operator"), 2:, 0] == pytest.approx([0, 0])


def test_a_ship_boards_once_and_rails_change_their_gauge() -> None:
    """By sea over two links: 550 once; then a terminal; then from one gauge to the other, without a terminal."""
    nodes = [{"id": name, "country": "AA"} for name in "abcde"]
    legs = [("a", "b", "sea", 100), ("b", "c", "sea", 100), ("c", "d", "rail1520", 10), ("d", "e", "rail1435", 20)]
    links = [{"id": a + b, "a": a, "b": b, "mode": mode, "km": km} for a, b, mode, km in legs]
    flows = [{"id": "goods", "origin": "a", "destination": "e", "kt": 1}]
    model = modelled(two_roads(nodes=nodes, links=links, flows=flows))

    hours = 24 * 200 / 700 + 24 + 24 * 30 / 300 + 24
    assert model.run(model.central()).cost[0, 0, 0] == pytest.approx(
        550 + 0.1 * 200 + 500 + 1.2 * 30 + 330 + 1.1 * hours
    )


def test_premiums_are_paid_on_each_entry_by_those_they_are_for() -> None:
    premium = {"country": "NN", "usd": 100, "to": "firm"}
    for cargo, pays in ((None, 1), ("goods", 1), ("AA", 1), ("BB-AA", 1), ("general", 1), ("bulk", 0), ("MM", 0)):
        model = modelled(two_roads(premiums=[premium | ({"cargo": cargo} if cargo else {})]))
        found = model.run(model.central()).at(0)
        assert found.costs.min(axis=1).max() == pytest.approx(max(BY_M, BY_N + 100 * pays)), cargo
    model = modelled(two_roads(premiums=[premium | {"country": "BB"}, premium | {"country": "AA"}]))
    assert sorted(model.run(model.central()).at(0).costs[:, 0]) == pytest.approx([BY_N + 100, BY_M + 100])


def test_a_scenario_has_its_own_numbers_and_shares_all_others() -> None:
    dearer = two_roads(borders=[{"id": "a-m-post", "hours": 10, "usd": 90, "fee_to": {"MM": 1}}])
    model = modelled(two_roads(), {"dear": network(dearer), "same": network(two_roads())})
    found = model.run(model.central())
    dear = model.world("dear")
    assert dear is not None

    assert model.world("same") == 0
    assert sorted(found.at(dear).costs[:, 0]) == pytest.approx([BY_N, BY_M + 30])
    assert [lever.key for lever in model.levers if "@" in lever.key] == [
        "borders.a-m-post.usd@dear",
        "borders.a-m-post.fee_to.MM@dear",
    ]
