"""What a scenario hangs on, against the same case with each reading written down for certain."""

from __future__ import annotations

from itertools import product

import pytest
from tests.conftest import Opener
from tests.lenses.reading import chapter

from detente.findings import Finding

CASE = """
case: {{id: demo, as_of: 2025-07-10}}
sources: [{{id: paper}}]
actors: [{{id: north, name: North, kind: state}}, {{id: south, name: South, kind: state}}]
conflict:
  decision_makers:
    - actor: north
      options: [{{id: sign, text: Sign}}]
      preferences:
        statements:
          - {{id: amended-first, when: not (sign and not amend)}}
{open}
          - {{id: wish, when: sign}}
    - {{actor: south, options: [{{id: amend, text: Amend, available: false}}], preferences: {{statements: [sign]}}}}
  status_quo: []
scenarios:
  - {{id: dropped, title: North asks for nothing, changes: [{{drop: conflict.north.amended-first}}]}}
"""
OPEN = "          - {{id: {id}, when: {when}, why: {why}, probability: {chance}, cites: [paper ¶{at}], hedge: nearly}}"
GROUP = {"id": "group", "when": "not sign", "why": "The group is there", "at": 4}
OTHER = {"id": "other", "when": "not sign", "why": "It rains", "at": 5}
APART = {"id": "apart", "when": "amend", "why": "It likes change", "at": 6}


def what_if(opened: Opener, *statements: dict[str, object]) -> Finding:
    text = CASE.format(open="\n".join(OPEN.format(**statement) for statement in statements))
    return chapter(opened(text).at().conflict(), "what-if")


def test_the_scenario_s_own_look_does_not_say_more_than_that(opened: Opener) -> None:
    text = CASE.format(open=OPEN.format(**GROUP, chance="[0, 1]"))
    found = chapter(opened(text).at(scenario="dropped").conflict(), "impasse")

    hangs = "Whether the status quo holds hangs on an open question."
    assert found.headline == "Whether the status quo holds is open."
    (said,) = (each for each in found.statements if each.text.startswith(hangs))
    assert said.text.endswith("If so, it holds; if not, it does not. The group is there.")
    assert [str(cite) for cite in said.cites] == ["paper ¶4"]


def held(opened: Opener, *statements: dict[str, object]) -> set[bool]:
    """Return whether the status quo holds in the scenario, reading by reading, each written down for certain."""
    found = set()
    for counted in product((True, False), repeat=len(statements)):
        sure = [each | {"chance": 1} for each, there in zip(statements, counted, strict=True) if there]
        headline = what_if(opened, *sure).headline
        assert headline.startswith(("The status quo would hold in the one", "The status quo would not hold if"))
        found.add("would hold in" in headline)
    return found


def test_one_open_question_is_named_with_its_source_and_both_answers(opened: Opener) -> None:
    found = what_if(opened, GROUP | {"chance": "[0, 1]"})

    assert held(opened, GROUP) == {True, False}
    assert found.headline == "The status quo holds as things are; in 1 scenario that is not sure."
    said = next(each for each in found.statements if "hangs" in each.text)
    assert said.text == (
        "North asks for nothing: whether the status quo then holds hangs on an open question. "
        "Does North want not “Sign”? If so, it holds; if not, it does not. The group is there."
    )
    assert [str(cite) for cite in said.cites] == ["paper ¶4"]
    assert said.hedge == "nearly"


@pytest.mark.parametrize(
    ("statements", "hangs"),
    [((GROUP, OTHER), "several open readings together"), ((GROUP, APART), "want not “Sign”"), ((APART,), "")],
)
def test_it_hangs_where_readings_differ_and_only_there(
    opened: Opener, statements: tuple[dict[str, object], ...], hangs: str
) -> None:
    found = what_if(opened, *(each | {"chance": 0.5} for each in statements))
    said = [each.text for each in found.statements if "hangs" in each.text]

    assert (len(held(opened, *statements)) == 2) is bool(said) is bool(hangs)
    assert not said or hangs in said[0]


def test_a_status_quo_that_falls_in_every_reading_is_said_to_fall(opened: Opener) -> None:
    found = what_if(opened, APART | {"chance": 0.5})

    assert found.headline == "The status quo would not hold if: North asks for nothing."


def test_where_the_status_quo_does_not_hold_a_scenario_may_hang_too(opened: Opener) -> None:
    text = CASE.format(open=OPEN.format(**GROUP, chance="[0, 1]")).replace("status_quo: []", "status_quo: [sign]")
    found = chapter(opened(text).at().conflict(), "what-if")

    # Signed without the amendment North would take its signature back; without the condition, in one reading only.
    assert found.headline == "The status quo does not hold as things are; in 1 scenario that is not sure."
