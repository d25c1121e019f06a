"""What has to happen first."""

from __future__ import annotations

import pytest
from tests.conftest import Opener
from tests.lenses.chronicle.cases import headline, read
from tests.lenses.reading import rows


def test_steps_say_what_they_wait_for(opened: Opener) -> None:
    text = """steps:
      - {id: a, name: A, status: met, date: 2025}
      - {id: b, name: B}
      - {id: c, name: C, requires: [{step: a, strict: true}, {any: [b, {all: [a, b]}]}, {step: b, accelerates: true},
         {step: b, hedge: practically, cites: [s ¶11]}], demanded_by: [north], hedge: must}
    """
    found = rows(read(opened, "steps", text), "steps")[2]

    assert found["requires"] == ("A (strictly before)", "(B or (A and B))", "made easier by: B", "B (“practically”)")
    assert (found["met"], found["status"], found["demanded_by"], found["cites"]) == (
        "false",
        "open",
        ("North",),
        ["s ¶11"],
    )


STEPS = [
    ("[{id: s, name: S}]", "Of 1 step, none is met."),
    ("[{id: s, name: S, status: met}]", "Of 1 step, 1 is met."),
    ("[{id: s, name: S, status: met}, {id: t, name: T, status: met}]", "Of 2 steps, 2 are met."),
    ("[{id: s, name: S, status: met, date: 2025-07}]", "Of 1 step, 1 is met."),
    ("[{id: s, name: S, demanded_by: [north]}]", "Of 1 step, none is met; 1 is still demanded."),
    ("[{id: s, name: S, status: agreed, demanded_by: [north]}]", "Of 1 step, none is met."),
    ("[{id: s, name: S, status: met, demanded_by: [north]}]\nroadmap: {goal: s}", "Of 1 step towards “S”, 1 is met."),
]


@pytest.mark.parametrize(("steps", "expected"), STEPS)
def test_steps(steps: str, expected: str, opened: Opener) -> None:
    assert headline(opened, "steps", f"steps: {steps}") == expected


def test_what_is_still_demanded_is_named_with_who_demands_it_and_how_softly(opened: Opener) -> None:
    text = """steps:
      - {id: a, name: A, demanded_by: [north, minister], hedge: perhaps}
      - {id: b, name: B, requires: [{step: a, hedge: practically}], cites: [s ¶1]}
      - {id: c, name: C, demanded_by: [north], status: agreed}
    """
    (said,) = read(opened, "steps", text).statements

    assert said.text == "Still demanded: A (by North and The minister, “perhaps”, “practically”)."


def test_steps_that_may_have_been_met_later(opened: Opener) -> None:
    steps = "steps: [{id: s, name: S, status: met, date: 2025-07}]"
    assert headline(opened, "steps", steps, "2025-07-05") == "Of 1 step, none is met, and of 1 it cannot be said."


def test_what_is_met_and_not_of_the_goal_is_said_to_be_so(opened: Opener) -> None:
    text = """steps:
      - {id: t, name: T, status: met}
      - {id: o, name: O, status: met}
      - {id: h, name: H, status: met}
      - {id: g, name: G, requires: [t, {step: h, accelerates: true}]}
    roadmap: {goal: g}
    """.replace("\n    ", "\n")
    found = rows(read(opened, "steps", text), "steps")

    assert [row["apart"] for row in found] == ["", "it is not of this goal", "it only makes another step easier", ""]
