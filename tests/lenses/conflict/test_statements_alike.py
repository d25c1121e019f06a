"""Statements that count alike: what the page says of them, and what other programs get."""

from __future__ import annotations

import json

from tests.case_text import problems
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows

CASE = """
case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
conflict:
  assumption: an example
  decision_makers:
    - actor: north
      options: [{id: a, text: Trade}, {id: b, text: Talk}]
      preferences:
        assumption: n
        statements:
          - {id: peace, when: not c}
          - {id: trade, when: a, equal: gains, why: it needs the market}
          - {id: talk, when: b, equal: gains}
          - {id: rest, when: not b}
    - {actor: south, options: [{id: c, text: Strike}], preferences: {assumption: s, statements: [not c]}}
  status_quo: []
  named_states: {both: [a, b], one: [a]}
  perceptions: [%s]
"""


def test_the_page_says_which_wishes_count_alike(opened: Opener) -> None:
    case = opened(CASE % "")
    assert problems(case) == []
    found = rows(chapter(case.at().conflict(), "model"), "preferences")

    assert [row["when"] for row in found][:4] == [
        "not “Strike”",
        "“Trade” (counts alike with the others of “gains”)",
        "“Talk” (counts alike with the others of “gains”)",
        "not “Talk”",
    ]


def test_a_way_is_explained_by_all_that_count_alike(opened: Opener) -> None:
    quo, *because = [said.text for said in chapter(opened(CASE % "").at().conflict(), "ways").because]

    assert quo.startswith("The status quo: ")

    assert because == [
        "North prefers “Trade”, which counts alike with the others of “gains”. It needs the market.",
        "North prefers “Talk”, which counts alike with the others of “gains”.",
    ]


def test_small_changes_move_them_together_and_take_them_out_one_by_one(opened: Opener) -> None:
    findings = opened(CASE % "").at().conflict(robust=True)
    north = [
        (change["change"], change["statements"])
        for change in findings.document["robust"]["changes"]
        if change["by"] == "north"
    ]
    said = " ".join(statement.text for statement in chapter(findings, "robustness").statements)

    assert north == [
        ("swap", ["peace", "trade", "talk"]),
        ("swap", ["trade", "talk", "rest"]),
        *(("remove", [name]) for name in ("peace", "trade", "talk", "rest")),
    ]
    assert "wishes that count alike change places with their neighbour together" in said
    deciding = [row["change"] for row in rows(chapter(findings, "robustness"), "deciding")]
    assert "North put its wish 4 (not “Talk”) before its wish 2 (“Trade”) and its wish 3 (“Talk”)" in deciding


def test_other_programs_get_a_ranking(opened: Opener) -> None:
    """GMCR+ orders by one statement after the other; where some count alike its ranking counts."""
    case = opened(CASE % "")
    document = json.loads(case.at().export("gmcr"))
    rank = case.at().conflict().document["rank"]["north"]
    ascending = sorted(rank, key=lambda name: name[::-1])
    north = document["decisionMakers"][0]

    assert document["useManualPreferenceRanking"] is True
    told = [group if isinstance(group, list) else [group] for group in north["preferenceRanking"]]
    assert [{ascending[k - 1] for k in group} for group in told] == [
        {name for name in rank if rank[name] == place} for place in sorted(set(rank.values()))
    ]
    assert len(north["preferences"]) == 4
    alone = json.loads(opened((CASE % "").replace(", equal: gains", "")).at().export("gmcr"))
    assert alone["useManualPreferenceRanking"] is False


def test_somebody_may_think_that_they_do_not_count_alike(opened: Opener) -> None:
    change = "{set: conflict.trade.equal, to: null}, {set: conflict.talk.equal, to: null}"
    findings = opened(CASE % f"{{by: south, assumption: p, changes: [{change}]}}").at().conflict()
    said = " ".join(statement.text for statement in chapter(findings, "perceptions").statements)

    assert "Under South's reading, for North these do not count alike: “Trade” and “Talk”." in said


def test_what_would_have_to_change_moves_them_together(opened: Opener) -> None:
    """North stays at Trade alone if not to talk matters more than both, or if it no longer wants to talk."""
    found = opened(CASE % "").at().conflict(toward="one")
    answers = found.document["toward"]["concepts"]["nash"]["answers"]
    said = " ".join(str(row["change"]) for row in rows(chapter(found, "toward"), "toward"))

    assert [{"by": "north", "edit": "swap", "statements": ["rest", "trade"], "wish": None, "before": None}] in answers
    assert [{"by": "north", "edit": "remove", "statements": ["talk"], "wish": None, "before": None}] in answers
    assert "it put not “Talk” before “Trade” and “Talk”" in said
