"""A scenario that drops what counts for a party says what no deal is worth to it then."""

from __future__ import annotations

import pytest
from tests.case_text import marked, problems
from tests.conftest import Opener

CASE = """
case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
issues:
  - {id: route, outcomes: [{id: open, takes: [pay]}, {id: closed, takes: []}]}
conflict:
  decision_makers:
    - {actor: north, options: [{id: pay}], preferences: {assumption: a, statements: [pay]}}
    - {actor: south, options: [{id: go}], preferences: {assumption: a, statements: [{id: s1, when: not pay}]}}
settlement:
  parties:
    - {actor: north, batna: 0.4, assumption: a, values: {route: {open: 1, closed: 0}}}
    - actor: south
      batna: 0.4
      assumption: a
      values: {route: {open: 1, closed: 0}}
      conditions: [{statement: s1, weight: 0.25}, {id: c, when: open, weight: 0.25}, {id: idle, when: open, weight: 0}]
      red_lines: [{id: r, when: not closed, why: never, assumption: a}]
scenarios: [{id: x, assumption: a, changes: [CHANGES]}]
"""

LEFT = {
    "a condition": ("»{drop: settlement.south.c}", "'c' counts no more"),
    "a shared preference": ("»{drop: conflict.south.s1}", "'s1' counts no more"),
    "everything that an actor wants": ("»{drop: conflict.south}", "'s1' counts no more"),
    "two, told at the first": (
        "{set: conflict.pay.text, to: Pay}, »{drop: settlement.south.c}, {drop: conflict.s1}",
        "'c' and 's1' count no more",
    ),
    "with a number for the other party": (
        "»{drop: settlement.south.c}, {set: settlement.north.batna, to: 0.1}",
        "'c' counts no more",
    ),
}


@pytest.mark.parametrize("name", LEFT)
def test_what_no_deal_is_worth_stays_although_a_condition_goes(name: str, opened: Opener) -> None:
    changes, said = LEFT[name]
    text, [place] = marked(CASE.replace("CHANGES", changes))

    assert [each for each in problems(opened(text)) if "DT701" in each] == [
        f"{place} DT701 {said} for 'south', but what no deal is worth to it stays 0.40"
    ]


@pytest.mark.parametrize(
    "changes",
    [
        "{drop: settlement.south.c}, {set: settlement.south.batna, to: 0.1}",
        "{set: settlement.south.assumption, to: It never counted on it.}, {drop: settlement.south.c}",
        "{drop: settlement.south.c}, {drop: settlement.south.batna}",
        "{drop: settlement.south.idle}",  # which weighs nothing
        "{drop: settlement.south.r}",  # a red line is no part of the scale
        "{drop: settlement.south}",
        "{drop: conflict.north}",
        "{set: conflict.s1.when, to: pay}",
    ],
)
def test_what_is_said_or_no_condition_is_not_warned_of(changes: str, opened: Opener) -> None:
    assert [each for each in problems(opened(CASE.replace("CHANGES", changes))) if "DT701" in each] == []


def test_the_hint_has_what_no_deal_is_worth_on_the_new_scale(opened: Opener) -> None:
    """No deal was worth 0.4 of 1.5, which is 0.6; of 1.25 it has 0.6 less 0.25 if it met the condition, else 0.6."""
    [found] = opened(CASE.replace("CHANGES", "{drop: settlement.south.c}")).diagnostics[-1:]

    assert found.hint == (
        "set 'settlement.south.batna' (on the new scale 0.28 if this holds without a deal, 0.48 if not), or say in "
        "'settlement.south.assumption' why it stays"
    )


def test_a_number_that_is_moved_so_leaves_each_package_where_it_was_to_no_deal(opened: Opener) -> None:
    """Closed meets nothing dropped here: with 0.48 in place of 0.40 its margin is as it was, on a scale of 1.25."""
    moved = "{drop: settlement.south.c}, {set: settlement.south.batna, to: 0.48}"
    case = opened(
        CASE.replace("    - {actor: north, batna: 0.4", "    - {actor: north, batna: 0")
        .replace("closed: 0}}\n      cond", "closed: 1}}\n      cond")
        .replace("[{id: r, when: not closed, why: never, assumption: a}]", "[]")
        .replace("CHANGES", moved)
    )
    margins = [
        next(
            entry["margins"]["south"] * scale
            for entry in sight.look("settlement").document["packages"]["zopa"]
            if entry["package"] == {"route": "closed"}
        )
        for sight, scale in ((case.at(), 1.5), (case.at(scenario="x"), 1.25))
    ]

    assert margins[0] == pytest.approx(margins[1])
