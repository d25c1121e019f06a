"""Routes: what ways share is drawn once, and nothing of them is lost or covered."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from tests.report.drawn import classed, inside, rectangle, sheets

from detente.findings.figures.routes import Gain, Hop, Routes
from detente.report.figures.routes.drawing import DRAWER, legend
from detente.report.figures.routes.layout import Way, arrows, branches, distinct, places

NAMES = st.sampled_from(["North", "South", "The Union of the Three Rivers"])
HOPS = st.builds(
    Hop,
    by=NAMES,
    gain=st.sampled_from(Gain),
    to=st.sampled_from("abcd"),
    label=st.lists(st.text("xyz ", min_size=1, max_size=70), min_size=1, max_size=3).map(tuple),
    named=st.booleans(),
    title=st.just("in full"),
)


def ways(longest: int) -> st.SearchStrategy[tuple[Way, ...]]:
    """Return a few ways of a few steps; which of them share a step is left to chance."""
    return st.lists(st.lists(HOPS, max_size=longest).map(tuple), max_size=6).map(tuple)


def trace(way: Way) -> tuple[tuple[str, str], ...]:
    return tuple((hop.by, hop.to) for hop in way)


def draw(spec: Routes) -> str:
    return DRAWER.draw(spec, "f", "Title", "Description")


@given(ways(4))
def test_a_way_is_left_out_only_if_another_begins_with_it(given_ways: tuple[Way, ...]) -> None:
    kept = {trace(way) for way in distinct(given_ways)}

    assert kept <= {trace(way) for way in given_ways}
    assert len(kept) == len(distinct(given_ways))
    for way in filter(None, map(trace, given_ways)):
        assert any(other[: len(way)] == way for other in kept)
    assert not any(one != other and other[: len(one)] == one for one in kept for other in kept)


@given(ways(4))
def test_what_begins_alike_lies_together(given_ways: tuple[Way, ...]) -> None:
    """Each step is one arrow: the rows that take it are neighbours."""
    kept = distinct(given_ways)
    steps = {trace(way)[:k] for way in kept for k in range(1, len(way) + 1)}

    assert len(list(arrows(kept))) == len(steps) == len(branches(kept))
    for run in (*arrows(kept), *places(kept)):
        assert all(trace(kept[row])[run.depth - 1][1] == run.hop.to for row in range(run.first, run.last + 1))


@given(ways(4))
def test_the_tree_goes_on_from_what_came_before(given_ways: tuple[Way, ...]) -> None:
    found = branches(distinct(given_ways))
    for k, branch in enumerate(found):
        assert branch.parent < k
        assert branch.depth == (1 if branch.parent < 0 else found[branch.parent].depth + 1)


@given(ways(2))
def test_boxes_stand_apart_and_inside(given_ways: tuple[Way, ...]) -> None:
    spec = Routes(("status quo", "(impasse)"), given_ways, (("peace", "by no moves"),))
    drawn = sheets(draw(spec))
    boxes = [rectangle(element) for element in (*classed(drawn["wide"], "stop"), *classed(drawn["wide"], "start"))]

    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert all(inside(sheet) for sheet in drawn.values())
    for sheet in drawn.values():
        assert len(classed(sheet, "step")) == len(list(arrows(distinct(given_ways))))
        assert len(classed(sheet, "barred")) == 1


@given(ways(6))
def test_long_ways_become_a_tree_at_every_width(given_ways: tuple[Way, ...]) -> None:
    drawn = sheets(draw(Routes(("status quo",), given_ways)))
    long = max(map(len, given_ways), default=0) > 2

    assert all(inside(sheet) for sheet in drawn.values())
    assert bool(classed(drawn["wide"], "start")) != long


SIGN = Hop("North", Gain.COST, "YN", ("+ Sign",), named=False, title="North: Sign")
DEAL = Hop("South", Gain.GAIN, "YY", ("deal",), named=True, title="deal: all")


def test_an_arrow_says_who_moves_and_what_that_is_worth() -> None:
    sheet = sheets(draw(Routes(("today",), ((SIGN, DEAL),))))["wide"]

    assert [(e.classes[1], e.attributes["d"][:1]) for e in classed(sheet, "step")] == [("cost", "M"), ("gains", "M")]
    assert [e.text for e in classed(sheet, "who")] == ["North", "South"]
    assert [e.text for e in classed(sheet, "worth")] == ["at a cost", "gains"]
    assert [e.text for e in sheet.all("title")] == ["North: Sign", "deal: all"]


def test_a_way_that_begins_like_an_earlier_one_is_moved_to_it() -> None:
    one, alone, other = (SIGN, DEAL), (replace(SIGN, by="South"),), (SIGN, replace(DEAL, to="NN"))

    assert distinct((one, alone, other)) == (one, other, alone)


@given(ways(2))
def test_boxes_hold_their_words(given_ways: tuple[Way, ...]) -> None:
    sheet = sheets(draw(Routes(("status quo",), given_ways)))["wide"]
    for element in classed(sheet, "stop"):
        box, words = rectangle(element), element.within[-1].all("text") if element.within[-1].tag == "g" else []
        assert all(box.y < float(word.attributes["y"]) < box.bottom for word in words)


def test_two_ways_to_one_place_share_its_box() -> None:
    other = (replace(SIGN, by="South", to="NY"), replace(DEAL, by="North"))
    sheet = sheets(draw(Routes(("today",), ((SIGN, DEAL), other))))["wide"]

    assert [e.text for e in classed(sheet, "goal")] == ["today", "deal"]
    assert len(classed(sheet, "step")) == 4


def test_the_legend_names_only_what_is_drawn() -> None:
    plain = Routes(("today",), ((DEAL,),))
    alone = replace(DEAL, gain=Gain.EVEN)
    rich = Routes(("today",), ((SIGN, DEAL), (alone,)), (("peace", "by no moves"),))

    assert [words for words, _ in legend(plain, "f")] == ["a gain for who moves"]
    assert [words for words, _ in legend(rich, "f")] == [
        "a gain for who moves",
        "no gain and no loss for who moves",
        "at a cost to who moves",
        "takes up",
        "no way there",
    ]


@given(ways(4))
def test_nothing_is_cut(given_ways: tuple[Way, ...]) -> None:
    spec = Routes(("status quo",), given_ways, (("peace or " * 8, "by no moves of anybody"),))

    assert "…" not in draw(spec)
    for names in ("South or the Union of the Three Rivers", "Azerbaijan or Armenia"):
        other = tuple(tuple(replace(hop, by=names) for hop in way) for way in given_ways)
        assert "…" not in draw(replace(spec, ways=other))
