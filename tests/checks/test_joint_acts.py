"""Joint acts that cannot come about, and mistakes in conditions that speak of them: told where they are written."""

from __future__ import annotations

import pytest
from tests.case_text import marked, problems
from tests.conftest import Opener

HEAD = """case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}, {id: east, kind: state, name: E}]
conflict:
  decision_makers:
    - {actor: north, options: [{id: pay}], preferences: {statements: [pay], assumption: a}}
    - {actor: south, options: [{id: amend}], preferences: {weights: {amend: 1}, assumption: a}}
"""
JOINT = HEAD + "  joint: [{id: sign, text: Sign, by: [north, south]}]\n"
PARTY = """settlement:
  parties:
    - {actor: south, assumption: a, values: {treaty: {yes: 1, no: 0}}}
    - {actor: north, assumption: a, values: {treaty: {yes: 1, no: 0}}, conditions: [{weight: 1, when: "%s"}]}
issues: [{id: treaty, outcomes: [{id: yes, takes: [%s]}, {id: no, takes: []}]}]
"""

BROKEN = {
    "DT540 by somebody who decides nothing": (
        HEAD + "  joint: [{id: sign, by: [north, south, »east]}]",
        "DT540 'east' is not a decision maker",
    ),
    "DT103 by nobody": (
        HEAD + "  joint: [{id: sign, by: »[]}]",
        "DT103 conflict: joint.0.by: expected at least two decision makers whose consent it needs",
    ),
    "DT541 by one alone": (
        HEAD + "  joint: [{id: sign, by: »[north]}]",
        "DT541 'sign' needs the consent of 'north' alone",
    ),
    "DT205 the same twice": (
        HEAD + "  joint: [{id: sign, by: [north, south, »north]}]",
        "DT205 'north' stands twice in this list",
    ),
    "DT200 an option of the same name": (
        HEAD + "  joint: [{id: »pay, by: [north, south]}]",
        "DT200 the id 'pay' is used twice",
    ),
    "DT201 nobody": (HEAD + "  joint: [{id: sign, by: [north, south, »west]}]", "DT201 no actor has the id 'west'"),
    "DT511 a word of conditions": (
        HEAD + "  joint: [{id: »iff, by: [north, south]}]",
        "DT511 'iff' is a word of conditions",
    ),
    "DT542 a consent of somebody else": (
        JOINT.replace("[{id: pay}]", "[{id: pay}, {id: »sign@south}]"),
        "DT542 'sign@south' is no consent of 'north' to a joint act",
    ),
    "DT542 a consent to nothing": (
        HEAD.replace("[{id: amend}]", "[{id: amend}, {id: »sign@south}]"),
        "DT542 'sign@south' is no consent of 'south' to a joint act",
    ),
    "DT543 a weight on what several do": (
        JOINT.replace("{amend: 1}", "{amend: 1, »sign: 2}"),
        "DT543 'sign' is done by several",
    ),
    "DT506 in graph form": (
        "\n".join(HEAD.splitlines()[:3])
        + "\n  graph: {states: [one], moves: {}}\n"
        + "  decision_makers: [{actor: north, preferences: {ranking: [[one]], assumption: a}}, "
        + "{actor: south, preferences: {ranking: [[one]], assumption: a}}]\n"
        + "  joint: »[{id: sign, by: [north, south]}]",
        "DT506 'joint' belongs to a conflict with options; this one has a graph",
    ),
    "DT500 a condition that breaks off behind the word": (
        JOINT + '  infeasible: [{when: "not sign and»"}]',
        "DT500 in 'not sign and': expected an option",
    ),
    "DT501 a misspelt option behind the word": (
        JOINT + '  infeasible: [{when: "sign and (amend or sign) and not »py"}]',
        "DT501 no option has the id 'py'",
    ),
    "DT501 the act misspelt": (
        JOINT + '  infeasible: [{when: "pay and »sgn"}]',
        "DT501 no option has the id 'sgn'",
    ),
    "DT501 a misspelt option between two words": (
        JOINT.replace("statements: [pay]", 'statements: [pay, "sign or »amnd or sign"]'),
        "DT501 no option has the id 'amnd'",
    ),
    "DT501 a misspelt consent": (
        JOINT + '  infeasible: [{take: sign, only_if: "sign and »sign@est"}]',
        "DT501 no option has the id 'sign@est'",
    ),
    "DT500 a pattern of the wrong length behind the word": (
        JOINT + '  infeasible: [{when: "sign and »{YY}"}]',
        "DT500 this pattern has 2 marks for 4 options",
    ),
    "DT501 a status quo of nothing behind the word": (
        JOINT + "  status_quo: [sign, »sgn]",
        "DT501 no option has the id 'sgn'",
    ),
    "DT501 a named state of nothing behind the word": (
        JOINT + "  named_states: {deal: [sign, pay, »sgn]}",
        "DT501 no option has the id 'sgn'",
    ),
    "DT501 a named state of nothing, written at length": (
        JOINT + "  named_states: {deal: {text: The deal, take: [sign, »sgn]}}",
        "DT501 no option has the id 'sgn'",
    ),
    "DT514 a rule about one alone": (
        JOINT + "  infeasible: [»{at_most_one: [sign]}]",
        "DT514 this rules out nothing",
    ),
    "DT513 a wish that is never met": (
        JOINT.replace("statements: [pay]", "statements: [pay, »sign]") + "  infeasible: [{when: sign}]",
        "DT513 this is never true in the states that can be",
    ),
    "DT504 a status quo that is not available": (
        JOINT.replace("text: Sign,", "text: Sign, available: 2026,") + "  status_quo: »[sign]",
        "DT504 the status quo cannot be: its options are not available at this date",
    ),
    "DT501 a misspelt option in a red line, behind the word": (
        JOINT.replace("{actor: north, ", '{actor: north, red_lines: [{id: r, when: "sign or »py", assumption: a}], '),
        "DT501 no option has the id 'py'",
    ),
    "DT626 a red line on an act that no outcome takes": (
        JOINT
        + PARTY.replace("conditions: [{weight: 1, when", "red_lines: [{id: r, assumption: a, when")
        % ("not (yes and »sign)", "pay"),
        "DT626 no outcome has the id 'sign', and none takes an option of that id",
    ),
    "DT626 a condition on an act that no outcome takes": (
        JOINT + PARTY % ("not (yes and »sign)", "pay"),
        "DT626 no outcome has the id 'sign', and none takes an option of that id",
    ),
    "DT626 a condition on nothing, behind the word": (
        JOINT + PARTY % ("sign and not »yess", "sign"),
        "DT626 no outcome has the id 'yess'",
    ),
}


@pytest.mark.parametrize(("text", "expected"), BROKEN.values(), ids=list(BROKEN))
def test_what_is_wrong_is_told_where_it_is_written(text: str, expected: str, opened: Opener) -> None:
    text, places = marked(text)

    found = problems(opened(text))

    assert len(found) == len(places) == 1, found
    assert found[0].startswith(f"{places[0]} {expected}"), found


DEEP = "not " * 100 + "sign"


def test_a_condition_that_is_deep_already_is_refused_in_words(opened: Opener) -> None:
    text = JOINT + f'  infeasible: [{{when: "{DEEP}"}}]'

    [found] = problems(opened(text))

    assert f"{text.count(chr(10), 0, text.index(DEEP)) + 1}:" in found
    assert "this is nested more than 100 deep" in found


@pytest.mark.parametrize("rule", ["at_least_one: [sign, pay]", "together: [sign, pay]", "at_most_one: [sign, pay]"])
def test_lists_may_hold_joint_acts(rule: str, opened: Opener) -> None:
    assert problems(opened(JOINT + f"  infeasible: [{{{rule}}}]")) == []
