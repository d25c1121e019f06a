"""Who gains, who loses: which claims of sources are told for whom, and that each stands in one list."""

from __future__ import annotations

import pytest
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows

from detente.findings import Depth, Part
from detente.lenses.chronicle.forecasts.affected import named

TEXT = """
case: {id: demo, as_of: 2025-07-10}
sources: [{id: s, title: A source}]
actors:
  - {id: north, name: North, kind: state, role: party}
  - {id: port, name: The Port, kind: body, part_of: north}
  - {id: south, name: South, kind: state, role: party}
  - {id: coast, name: Coast, kind: state, aliases: [the Shore]}
  - {id: guard, name: Coast Guard, kind: body}
forecasts:
"""


def told(opened: Opener, forecasts: str) -> list[tuple[object, object]]:
    found = opened(TEXT + forecasts).at().chronicle()
    gains = [each for each in found.findings if each.id == "gains"]
    return [(each["about"], each["then"]) for each in rows(gains[0], "gains")] if gains else []


@pytest.mark.parametrize(
    ("forecast", "about"),
    [
        ("if: a road opens, then: Coast loses trade", ("Coast",)),
        ("if: a road opens, then: the Shore loses trade", ("Coast",)),  # by its alias
        ("if: Coast stays out, then: It loses trade", ("Coast",)),  # named in the condition
        ("if: a road opens, then: Coast Guard grows", ("Coast Guard",)),  # the longer name
        ("if: a road opens, then: North gains and Coast loses", ("Coast",)),  # the outsider
        ("if: Coast agrees, then: South and The Port gain", ("South", "The Port")),
        ("if: South agrees, then: talks begin", None),  # a party's own condition
        ("then: Coast loses trade", None),  # on no condition
        ("if: a road opens, then: Coastal trade falls", None),  # another word
    ],
)
def test_a_conditional_claim_is_told_for_those_it_names(
    forecast: str, about: tuple[str, ...] | None, opened: Opener
) -> None:
    found = told(opened, f"  - {{id: f, by: s, {forecast}}}")

    assert [who for who, _ in found] == ([about] if about else [])


def test_outsiders_come_first_five_are_told_and_the_others_stay_in_the_list(opened: Opener) -> None:
    own = "".join(f"  - {{id: n{k}, if: a, then: North gains {k}, observable: o{k}}}\n" for k in range(4))
    others = "".join(f"  - {{id: c{k}, if: a, then: Coast gains {k}, hedge: may}}\n" for k in range(3))
    found = opened(TEXT + own + others).at().chronicle()
    gains, whole = chapter(found, "gains"), chapter(found, "forecasts")

    first = [f"Coast gains {k}" for k in range(3)] + ["North gains 0", "North gains 1"]
    assert [each["then"] for each in rows(gains, "gains")] == first
    assert [row.hedge for row in gains.tables[0].rows[:3]] == ["may"] * 3
    assert [each["then"] for each in rows(whole, "forecasts")] == ["North gains 2", "North gains 3"]
    shown = {str(each["then"]): each["observable"] for each in rows(whole, "shown-by")}
    assert shown == {"North gains 0": "o0", "North gains 1": "o1"}
    assert whole.headline == "2 other forecasts on record, all of them conditional."
    assert (gains.part, gains.depth) == (Part.GAINS, Depth.HEADLINE)
    assert gains.headline == "Sources expect changes for Coast and North; Detente has not tested these claims."


def test_where_all_are_told_for_somebody_only_what_would_show_them_is_left(opened: Opener) -> None:
    text = "  - {id: f, if: a, then: Coast gains, observable: trade, note: in so many words}"
    whole = chapter(opened(TEXT + text).at().chronicle(), "forecasts")

    assert whole.headline == "What would show 1 forecast told above."
    assert [(each["observable"], each["noted"]) for each in rows(whole, "shown-by")] == [("trade", "In so many words.")]
    bare = opened(TEXT + "  - {id: f, if: a, then: Coast gains}").at().chronicle()
    assert "forecasts" not in [each.id for each in bare.findings]


def test_names_are_found_in_the_order_of_the_text_each_once(opened: Opener) -> None:
    case = opened(TEXT + "  - {id: f}").case

    assert [actor.id for actor in named(case, "South, Coast Guard, the Shore, South and Coast's port")] == [
        "south",
        "guard",
        "coast",
    ]


WAY = """corridor:
  nodes:
    - {id: here, country: XA, lat: 40, lon: 44, assumption: x}
    - {id: there, country: XB, lat: 41, lon: 45, assumption: x}
  links: [{id: way, a: here, b: there, mode: road, km: 200, assumption: x}]
  flows: [{id: goods, origin: here, destination: there, kt: 7, assumption: x}]
"""


@pytest.mark.parametrize(("predicate", "told_there"), [("predicate: cost(goods) > 1,", True), ("", False)])
def test_what_a_claim_of_the_corridor_tests_is_told_there(predicate: str, told_there: bool, opened: Opener) -> None:
    text = "  - {id: f, if: a road opens, then: Coast loses trade}\n"
    claim = f"  claims: [{{id: c, text: Coast loses trade, {predicate} forecast: f, assumption: x}}]\n"

    assert bool(told(opened, text + WAY + claim)) is not told_there
