"""States that nobody leaves because what was done cannot be undone are not told as if they held."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows, sentences, tables, texts

from detente.case import Case
from detente.lenses.conflict.engine.explicit import Explicit
from detente.study import Study

WAR = """
case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
conflict:
  assumption: an example
  decision_makers:
    - actor: north
      options: [{id: strike, text: Strike, direction: DIRECTION}]
      preferences: {assumption: n, statements: [not strike, pay]}
    - {actor: south, options: [{id: pay, text: Pay}], preferences: {assumption: s, statements: [not pay]}}
  status_quo: QUO
  named_states: {calm: [], war: [strike]}
"""


def told(opened: Opener, direction: str, quo: str = "[]") -> Any:
    return opened(WAR.replace("DIRECTION", direction).replace("QUO", quo)).at().conflict()


def test_a_war_that_cannot_be_undone_does_not_hold(opened: Opener) -> None:
    """North would undo the strike if it could; South gains by nothing."""
    findings = told(opened, "take-only")
    found = chapter(findings, "equilibria")
    concepts = {row["name"]: row["concepts"] for row in rows(found, "named-states")}

    assert found.headline == "1 of 4 possible states would be left by nobody, as nobody gains by a move of its own."
    assert [said.text for said in found.statements[:2]] == [
        "No other holds.",
        "1 more state cannot be undone once there, though somebody would leave; of the outcomes asked about: war "
        "(North would leave).",
    ]
    assert concepts["war"][0] == "cannot be undone once there"
    assert concepts["calm"][0] == "Nash"
    assert findings.document["equilibria"]["nash"] == ["NN", "YN"]  # for programs both are what they were
    graph = next(table for table in tables(found) if table.id == "state-graph")
    assert {row.cells[0]: row.cells[3] for row in graph.rows}["YN"] == "cannot be undone once there"


def test_without_a_list_of_states_the_same_is_told(opened: Opener) -> None:
    text = WAR.replace("DIRECTION", "take-only").replace("QUO", "[]")
    found = chapter(opened(text).at().conflict(engine="symbolic"), "equilibria")
    concepts = {row["name"]: row["concepts"] for row in rows(found, "named-states")}

    assert found.headline == "2 of 4 possible states would be left by nobody, as nobody gains by a move of its own."
    assert found.statements[0].text == (
        "Nobody leaves these only because they cannot be undone: war (North would leave)."
    )
    assert concepts["war"][0] == "cannot be undone once there"
    assert concepts["calm"][0] == "Nash"


def test_what_can_be_undone_is_left(opened: Opener) -> None:
    findings = told(opened, "both")

    assert not any("cannot be undone" in text for text in sentences(findings))
    assert findings.document["equilibria"]["nash"] == ["NN"]


def test_a_status_quo_that_cannot_be_undone_is_said_to_be_so(opened: Opener) -> None:
    found = chapter(told(opened, "take-only", "[strike]"), "impasse")

    assert found.headline == "In the model, North would leave the status quo, but it cannot be undone."


def test_what_nobody_would_undo_holds(opened: Opener) -> None:
    text = WAR.replace("DIRECTION", "take-only").replace("QUO", "[]").replace("not strike, pay", "strike")
    found = chapter(opened(text).at().conflict(), "equilibria")

    assert "Left by nobody as nobody gains, of the outcomes asked about: war." in [
        said.text for said in found.statements
    ]


@given(
    st.lists(st.sampled_from(["both", "take-only", "drop-only"]), min_size=3, max_size=3),
    st.lists(st.permutations(range(8)), min_size=2, max_size=2),
)
def test_whoever_is_trapped_would_gain_by_undoing(directions: list[str], orders: list[list[int]]) -> None:
    """The twin walks through what each could do if every option could be taken and dropped."""
    names = [f"{s:03b}".replace("0", "N").replace("1", "Y") for s in range(8)]
    options = [{"id": name, "direction": way} for name, way in zip("abc", directions, strict=True)]
    ranked = [{"ranking": [[names[s]] for s in order]} for order in orders]
    makers = [
        {"actor": "north", "options": options[:2], "preferences": ranked[0]},
        {"actor": "south", "options": options[2:], "preferences": ranked[1]},
    ]
    case = Case.model_validate({"case": {"id": "x", "as_of": "2025"}, "conflict": {"decision_makers": makers}})
    analysis = Explicit.of(Study(case).at())
    nash = np.asarray(analysis.stability.stable["nash"].all(axis=0))

    for i, own in enumerate(([4, 2, 6], [1])):
        for s in range(8):
            gains = any(orders[i].index(s ^ change) < orders[i].index(s) for change in own)
            assert analysis.trapped[i, s] == (nash[s] and gains)
    assert np.array_equal(analysis.irreversible, analysis.trapped.any(axis=0))


NAMED = """
case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
conflict:
  assumption: an example
  decision_makers:
    - {actor: north, options: [{id: pay}], preferences: {assumption: n, statements: [sign, not pay]}}
    - {actor: south, options: [{id: sign}], preferences: {assumption: s, statements: [pay, not sign]}}
  status_quo: []
  named_states: {deal: {text: Treaty signed after the payment., take: [pay, sign]}, paid-only: [pay], now: {take: []}}
scenarios: [{id: free, title: Free, changes: [{set: conflict.named_states.deal.text, to: The bargain}]}]
"""


def test_the_text_of_a_named_state_is_what_everything_calls_it(opened: Opener) -> None:
    case = opened(NAMED)
    findings = case.at().conflict(robust=True, coalitions=True)
    said = list(texts(findings))

    assert any("Treaty signed after the payment" in said.text for said in chapter(findings, "impasse").statements)
    assert sum("Treaty signed after the payment" in text for text in said) > 10
    assert not [text for text in said if re.search(r"\bdeal\b|payment\.[,;:”]", text)]
    assert any("paid only" in text for text in said)
    assert findings.document["named"] == {"deal": "YY", "paid-only": "YN", "now": "NN"}
    free = chapter(case.at(scenario="free").conflict(), "impasse")
    assert any("The bargain" in said.text for said in free.statements)


def test_states_without_a_list_are_called_so_too(opened: Opener) -> None:
    findings = opened(NAMED).at().conflict(engine="symbolic")
    assert rows(chapter(findings, "equilibria"), "named-states")[0]["name"] == "Treaty signed after the payment"


def test_no_table_of_what_holds_lists_it_like_the_others(opened: Opener) -> None:
    text = WAR.replace("DIRECTION", "take-only").replace("QUO", "[]")
    text = text.replace("statements: [not pay]", "statements: [{when: not pay, probability: [0.2, 0.4]}]")
    found = opened(text).at().conflict()
    survival = {row["outcome"]: row["holds"] for row in rows(chapter(found, "robustness"), "survival")}
    shares = [row["outcome"] for row in rows(chapter(found, "shares"), "shares")]

    assert survival["war"] == ("cannot be undone once there", "Nash")
    assert survival["the status quo"] == "Nash"
    assert "war (cannot be undone once there)" in shares
    assert not [name for name in shares if name.startswith("status quo") and "undone" in name]
