"""The pictures of packages against a plain reading of the same results, and in the words of a reader."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows, sentences
from tests.lenses.settlement.packages.test_packages import CASE as BRIDGE
from tests.lenses.settlement.packages.test_packages import LONE
from tests.settlement_cases import settlement_case

from detente.findings import Figure, Findings
from detente.findings.figures.margins import Margins
from detente.findings.figures.utility_plane import UtilityPlane
from detente.lenses.settlement.options import SettlementOptions
from detente.lenses.settlement.packages.zone.plane.dots import COLUMNS, MOST_DOTS, ROWS, drawn_packages
from detente.lenses.settlement.packages.zone.plane.projection import _pair
from detente.lenses.settlement.packages.zone.zopa import Zopa
from detente.methods.bargaining.packages.opening import opening
from detente.methods.bargaining.packages.zone import zone

CASES = {
    "two": settlement_case(["0.55", "[0.3, 0.65]"], 3),
    "four": settlement_case(["0.45", "[0.3, 0.6]", "0.5", "0.45"], 4),
    "few": settlement_case(["0.4", "0.45"], 2, 2),
    "empty": settlement_case(["0.75", "[0.6, 0.8]"], 3),
    "empty-four": settlement_case(["0.6", "[0.5, 0.8]", "0.6", "0.65"], 4),
    "many": settlement_case(["0.5", "[0.4, 0.6]", "0.45"], 7),
}
OPEN = [name for name in CASES if not name.startswith("empty")]


def seen(opened: Opener, text: str) -> tuple[Findings, dict[str, Figure]]:
    case = opened(text)
    assert case.errors == ()
    found = case.at().look("settlement", SettlementOptions(draws=64, max_packages=10_000))
    return found, {figure.id: figure for figure in chapter(found, "packages").figures}


def plane(figures: dict[str, Figure]) -> UtilityPlane:
    spec = figures["plane"].spec
    assert isinstance(spec, UtilityPlane)
    return spec


def margins(figures: dict[str, Figure]) -> Margins:
    spec = figures["margins"].spec
    assert isinstance(spec, Margins)
    return spec


def every_package(opened: Opener, text: str) -> list[dict[str, Any]]:
    """Return every package with its margins: with alternatives worth nothing all lie in the zone."""
    case = opened(text)
    found = case.at().look("settlement", SettlementOptions(draws=1, max_packages=10_000)).document["packages"]
    listed: list[dict[str, Any]] = found["zopa"]
    return listed


def worths(opened: Opener, parties: int, issues: int) -> dict[str, list[float]]:
    """Return what each package is worth to each party, read from a case in which no deal is worth nothing."""
    free = every_package(opened, settlement_case(["0"] * parties, issues))
    return {party: [entry["utilities"][party] for entry in free] for party in free[0]["utilities"]}


def test_the_plane_has_every_package_at_what_it_is_worth_to_both(opened: Opener) -> None:
    spec = plane(seen(opened, CASES["two"])[1])
    free = worths(opened, 2, 3)
    places = set(zip(free["upper-bank"], free["lower-bank"], strict=True))

    assert len(places) == 27
    assert {(round(dot.x, 9), round(dot.y, 9)) for dot in spec.dots} == places
    for dot in spec.dots:
        assert (dot.kind == 0) == (dot.x >= 0.55 and dot.y >= 0.475)
        assert dot.kind in {0, 2}
    best = {p for p in places if not any(q != p and q[0] >= p[0] and q[1] >= p[1] for q in places)}
    assert [(round(x, 9), round(y, 9)) for x, y in spec.frontier] == sorted(best)
    assert spec.across.no_deal == (0.55, 0.55, 0.55)
    assert spec.up.no_deal == pytest.approx((0.3, 0.475, 0.65))
    assert (spec.across.who, spec.up.who) == ("Upper Bank", "Lower Bank")


def test_a_ring_is_what_the_two_would_take_and_somebody_else_would_not(opened: Opener) -> None:
    found, figures = seen(opened, CASES["four"])
    spec = plane(figures)
    inside = {
        (entry["utilities"]["lower-bank"], entry["utilities"]["the-delta-republic"])
        for entry in found.document["packages"]["zopa"]
    }

    assert {(round(dot.x, 9), round(dot.y, 9)) for dot in spec.dots if dot.kind == 0} == inside
    assert any(dot.kind == 1 for dot in spec.dots)
    for dot in spec.dots:
        assert (dot.kind < 2) == (dot.x >= spec.across.no_deal[1] and dot.y >= spec.up.no_deal[1])


@pytest.mark.parametrize("name", ["four", "many"])
def test_of_several_parties_the_two_hardest_to_satisfy_together_are_drawn(name: str, opened: Opener) -> None:
    batna = {"four": [0.45, 0.45, 0.5, 0.45], "many": [0.5, 0.5, 0.45]}[name]
    free = worths(opened, len(batna), {"four": 4, "many": 7}[name])
    gains = [np.array(free[party]) - no_deal for party, no_deal in zip(free, batna, strict=True)]
    most = {pair: np.minimum(gains[pair[0]], gains[pair[1]]).max() for pair in combinations(range(len(batna)), 2)}
    hardest = min(most, key=lambda pair: most[pair])
    spec = plane(seen(opened, CASES[name])[1])

    ids = list(free)
    drawn = tuple(ids.index(axis.who.lower().replace(" ", "-")) for axis in (spec.across, spec.up))
    assert drawn == hardest


def test_where_the_zone_is_empty_the_two_are_those_in_the_way(opened: Opener) -> None:
    """East, Lower Bank and the Delta Republic are short at the nearest package; East's pairs are easier to satisfy."""
    found, figures = seen(opened, CASES["empty-four"])
    spec = plane(figures)
    nearest = found.document["packages"]["opening"]["nearest"][0]
    short = {party for party, margin in nearest["margins"].items() if margin < 0}

    assert {"lower-bank", "the-delta-republic"} <= short
    assert (spec.across.who, spec.up.who) == ("Lower Bank", "The Delta Republic")
    assert spec.gap is not None
    assert (spec.gap.x, spec.gap.y) == pytest.approx(
        (nearest["utilities"]["lower-bank"], nearest["utilities"]["the-delta-republic"])
    )
    assert spec.gap.across == f"Lower Bank: short by {-nearest['margins']['lower-bank']:.2f}"
    assert [dot for dot in spec.dots if dot.kind == 0] == []


def test_the_gap_is_the_least_change_that_opens_the_zone(opened: Opener) -> None:
    spec = plane(seen(opened, BRIDGE.replace("UPPER", "0.8").replace("LOWER", "0.55"))[1])

    assert spec.gap is not None
    assert (spec.gap.x, spec.gap.y, spec.gap.across, spec.gap.up) == (0.75, 0.75, "Upper: short by 0.05", "")
    assert plane(seen(opened, BRIDGE.replace("UPPER", "0.6").replace("LOWER", "0.55"))[1]).gap is None


@pytest.mark.parametrize("name", OPEN)
def test_what_the_rules_pick_has_a_number_and_its_name_in_both_pictures(name: str, opened: Opener) -> None:
    found, figures = seen(opened, CASES[name])
    packages = found.document["packages"]
    offers = margins(figures).offers
    flagged = {number: words for flag in plane(figures).flags for number, words in flag.packages}

    assert flagged == {offer.number: offer.known_for for offer in offers}
    assert sorted(flagged) == list(range(1, len(flagged) + 1))
    for key, rule in (("nash", "Nash"), ("kalai_smorodinsky", "Kalai–Smorodinsky"), ("egalitarian", "Equal gains")):
        gains = [list(entry["margins"].values()) for entry in packages[key]]
        named = [offer for offer in offers if rule in offer.known_for.split(", ")]
        assert named
        assert all([round(margin.at, 9) for margin in offer.margins] in gains for offer in named)
    for offer in offers:
        blocked = [margin.who for margin in offer.margins if margin.at < 0]
        assert (offer.stance == "nobody blocks") == (not blocked)
        assert all(who in offer.stance for who in blocked)
    assert any("block" in offer.stance and offer.stance != "nobody blocks" for offer in offers)


def test_the_best_of_the_zone_for_each_is_named(opened: Opener) -> None:
    found, figures = seen(opened, CASES["many"])
    zone = found.document["packages"]["zopa"]
    spec = margins(figures)
    for k, (party, name) in enumerate(
        zip(found.document["packages"]["parties"], ("Upper Bank", "Lower Bank"), strict=False)
    ):
        (offer,) = [offer for offer in spec.offers if f"best for {name}" in offer.known_for]
        assert offer.margins[k].at == pytest.approx(max(entry["margins"][party] for entry in zone))


def test_a_small_zone_is_listed_whole_and_a_lone_package_is_best_for_nobody_in_particular(opened: Opener) -> None:
    small, lone = margins(seen(opened, CASES["two"])[1]), margins(seen(opened, CASES["few"])[1])

    assert [offer.stance for offer in small.offers].count("nobody blocks") == 6
    assert lone.offers[0].known_for == "Nash, Kalai–Smorodinsky, Equal gains"
    assert [offer.stance for offer in lone.offers] == ["nobody blocks", "Upper Bank blocks", "Lower Bank blocks"]


def test_the_two_blocked_packages_nearest_to_agreement_are_numbered_beside_the_zone(opened: Opener) -> None:
    """Of those that no other package improves on for all; here there are more than two."""
    offers = margins(seen(opened, settlement_case(["0.6", "0.6"], 4))[1]).offers
    worth = np.array(list(worths(opened, 2, 4).values()))
    improved = [((each <= worth.T).all(axis=1) & (each < worth.T).any(axis=1)).any() for each in worth.T]
    short = np.maximum(0.6 - worth, 0).sum(axis=0)[~np.array(improved)]
    nearest = sorted(short[short > 0])
    drawn = [-sum(min(margin.at, 0) for margin in offer.margins) for offer in offers if offer.stance != "nobody blocks"]

    assert len(nearest) > 2
    assert drawn == pytest.approx(nearest[:2])


def test_with_many_parties_the_zone_leaves_room_for_what_is_blocked(opened: Opener) -> None:
    """Forty margins are legible: five packages of eight parties, of which two are blocked."""
    offers = margins(seen(opened, settlement_case(["0.3"] * 8, 4))[1]).offers

    assert [offer.stance == "nobody blocks" for offer in offers] == [True, True, True, False, False]


def test_margins_have_bounds_where_a_number_is_uncertain(opened: Opener) -> None:
    _, figures = seen(opened, CASES["two"])
    spec = margins(figures)
    for offer in spec.offers:
        upper, lower = offer.margins
        assert upper.low == upper.at == upper.high
        # Lower Bank's alternative is evenly in 0.3..0.65: a tenth of that from each end.
        assert (lower.low, lower.high) == pytest.approx((lower.at - 0.14, lower.at + 0.14), abs=0.01)
    first = rows(chapter(seen(opened, CASES["two"])[0], "packages"), "margins")[0]
    assert first["bounds"] == (
        f"Lower Bank: +{spec.offers[0].margins[1].low:.2f} to +{spec.offers[0].margins[1].high:.2f}",
    )
    assert spec.bounds
    assert margins(seen(opened, CASES["few"])[1]).bounds == ""


@pytest.mark.parametrize("name", CASES)
def test_the_table_beside_the_plane_counts_every_package_once(name: str, opened: Opener) -> None:
    found, figures = seen(opened, CASES[name])
    counted = rows(chapter(found, "packages"), "plane")

    assert sum(row["count"] for row in counted) == found.document["packages"]["count"]
    if "accepted" in counted[0]:
        assert counted[0]["accepted"] == found.document["packages"]["zopa_count"]
    else:
        assert counted[0]["count"] == found.document["packages"]["zopa_count"]
    numbers = [number for row in counted for number in row["numbered"] or ()]
    spec = margins(figures)
    assert sorted(map(int, numbers)) == [offer.number for offer in spec.offers]


def test_many_packages_share_dots_and_the_picture_says_so(opened: Opener) -> None:
    figures = seen(opened, CASES["many"])[1]
    spec, figure = plane(figures), figures["plane"]

    assert len(spec.dots) < 2187
    assert f"there are {len(spec.dots):,} for 2,187 packages." in figure.description
    assert "Every package has a dot." in seen(opened, CASES["two"])[1]["plane"].description
    assert "81 packages lie at 79 places, each with a dot." in seen(opened, CASES["four"])[1]["plane"].description


@given(st.integers(0, 2**32 - 1), st.integers(1, 4000), st.integers(1, 40))
def test_every_package_has_a_dot_of_its_kind_nearby(seed: int, count: int, levels: int) -> None:
    random = np.random.default_rng(seed)
    worth = random.integers(0, levels + 1, (2, count)) / levels if levels < 40 else random.random((2, count))
    kind = random.integers(0, 3, count)
    numbered = random.integers(0, count, 3).tolist()
    drawn, whole = drawn_packages(worth, kind, numbered)
    spots = [(x, y, k) for x, y, k in zip(*worth[:, drawn], kind[drawn], strict=True)]
    places = set(zip(*worth, kind, strict=True))

    assert len(spots) == len(set(spots))
    assert whole == (len(places) <= MOST_DOTS)
    assert not whole or set(spots) == places
    for package in numbered:
        assert (*worth[:, package], kind[package]) in spots
    size = np.ptp(worth, axis=1) / (COLUMNS, ROWS) * (1 + 1e-9)
    for number in range(3):
        here, dots = worth[:, kind == number], worth[:, drawn[kind[drawn] == number]]
        for package in here.T:
            assert (np.abs(dots - package[:, np.newaxis]) <= size[:, np.newaxis]).all(axis=0).any()


def test_without_an_alternative_there_is_no_picture_and_one_party_has_margins_only(opened: Opener) -> None:
    unstated = opened(BRIDGE.replace("      batna: UPPER\n", "").replace("LOWER", "0.5")).at().settlement()
    alone = LONE.replace(
        "{actor: lower, batna: 0.2, assumption: a, values: {line: {a: 0, b: 1}}}",
        "{actor: lower, batna: 0.1, assumption: a}",
    )

    assert chapter(unstated, "packages").figures == ()
    assert list(seen(opened, alone)[1]) == ["margins"]


@pytest.mark.parametrize("name", CASES)
def test_every_sentence_is_one(name: str, opened: Opener) -> None:
    said = list(sentences(seen(opened, CASES[name])[0]))

    assert [text for text in said if not text[0].isupper() and text[0] not in "“123456789"] == []
    assert [text for text in said if not text.endswith(".") or ".." in text or "  " in text] == []


def test_the_pictures_in_words(opened: Opener) -> None:
    _, figures = seen(opened, CASES["empty"])

    assert figures["plane"].description == (
        "Further right is better for Upper Bank, further up better for Lower Bank. No deal is worth 0.75 to Upper Bank "
        "and 0.60 to 0.80 to Lower Bank. None of 27 packages are no worse for both, in the shaded corner; where "
        "agreement is nearest, Lower Bank is short by 0.03. Number 1 (nearest to agreement) is worth 0.75 to Upper "
        "Bank and 0.67 to Lower Bank. Every package has a dot."
    )
    assert figures["margins"].description.endswith("By number 1, Lower Bank loses most: 0.03.")


def test_numbered_packages_keep_their_dots_among_very_many() -> None:
    worth = np.random.default_rng(1).random((2, 4000))
    worst = np.argsort(worth.sum(axis=0))[1000:1020].tolist()  # none is the best of its cell by chance alone
    drawn, whole = drawn_packages(worth, np.zeros(4000, dtype=np.intp), worst)

    assert not whole
    assert set(worst) <= set(drawn.tolist())
    assert not set(worst) <= set(drawn_packages(worth, np.zeros(4000, dtype=np.intp), [])[0].tolist())


def test_who_is_in_the_way_is_drawn_even_if_two_others_are_harder_to_satisfy() -> None:
    # The third is short by 0.05 at the nearest package; the first two have at most 0.05, each with the third 0.1.
    gained = np.array([[0.05, -0.2, 0.1], [0.1, 0.1, -0.2], [-0.05, 0.1, 0.3]])
    zopa = Zopa(gained, np.zeros(gained.shape, dtype=np.bool_), zone(gained), {}, opening(gained))

    assert _pair(zopa) == (0, 2)
