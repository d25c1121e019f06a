"""Coalitions in words and lists: who would leave the status quo together, each verdict derived by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows, texts
from typer.testing import CliRunner

from detente.cli.main import application
from detente.findings import Depth, Findings
from detente.lenses.conflict.options import ConflictOptions
from detente.lenses.look import AskError
from detente.methods.gmcr.coalitions import analysis as coalition_analysis

ACTORS = "actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}%s]"
# North can do or leave a, South b, East c; states are named a, b, c; the status quo is NNN. The case that each
# test writes ranks what its makers want; all else ties last.
EVERY = ["NNN", "NNY", "NYN", "NYY", "YNN", "YNY", "YYN", "YYY"]


def three(north: str, south: str, east: str, more: str = "status_quo: []") -> str:
    """Write a conflict of three; each ranking lists the states above the rest, best first."""
    makers = []
    for (actor, option), best in zip(
        (("north", "a"), ("south", "b"), ("east", "c")), (north, south, east), strict=True
    ):
        rest = [state for state in EVERY if state not in best.split()]
        ranking = [*([state] for state in best.split()), rest]
        text = f"{{id: do-{option}, text: Do {option.upper()}}}"
        makers.append(f"{{actor: {actor}, options: [{text}], preferences: {{assumption: x, ranking: {ranking}}}}}")
    return f"""
        case: {{id: demo, as_of: 2025-07-10}}
        {ACTORS % ", {id: east, name: East, kind: state}"}
        conflict:
          decision_makers: [{", ".join(makers)}]
          named_states: {{the-deal: [do-a, do-b], grand-deal: [do-a, do-b, do-c], quiet: []}}
          {more}
    """.replace("'", "")


def look(opened: Opener, text: str) -> Findings:
    return opened(text).at().look("conflict", ConflictOptions(coalitions=True))


def test_two_gain_together_what_neither_gains_alone(opened: Opener) -> None:
    """North and South prefer YYN to NNN; East cannot hinder it alone, but likes to be at YYY no better than NNN.

    Alone North could go to YNN and South to NYN, which tie with NNN for them. Nobody prefers anything else.
    With East the pair reaches YYN just the same, but East does not gain by it: no coalition with East gains.
    """
    findings = look(opened, three("YYN", "YYN", ""))
    found = chapter(findings, "coalitions")

    assert found.depth is Depth.APPENDIX
    assert found.headline == "North and South together would gain by leaving the status quo for “the deal”."
    assert found.statements[0].text == (
        "North and South together would gain by moving to “the deal”: North would take “Do A”; South would take “Do B”."
    )
    table = {row["coalition"]: row for row in rows(found, "coalitions")}
    assert list(table) == [
        "North", "South", "East", "North and South", "North and East", "South and East", "North, South and East",
    ]  # fmt: skip
    assert [row["better"] for row in table.values()] == [0, 0, 0, 1, 0, 0, 0]
    assert table["North and South"]["named"] == ("the deal",)
    # East answers at YYN by going on to YYY, which ties with NNN for the pair; but the pair can go nowhere better
    # from there, as YYN is out of their reach while East does C. East is indifferent: its answer is not credible.
    assert table["North and South"]["stays"] == ("CGMR", "CSMR")
    assert table["East"]["stays"] == ("CNash", "CGMR", "CSMR", "CSEQ (class)", "CSEQ (individual)")


def test_the_document_lists_every_coalition(opened: Opener) -> None:
    """In the same conflict, the pair leaves every state with c undone except YYN; nobody else gains anywhere.

    From any other state with N for East they reach YYN. North alone reaches it from NYN, South alone from YNN.
    Where East does C they cannot; but all three together can never gain, as East is indifferent.
    """
    lists = look(opened, three("YYN", "YYN", "")).document["coalitions"]
    held = [state for state in EVERY if state not in ("NNN", "NYN", "YNN")]

    assert list(lists) == ["north", "south", "east", "north+south", "north+east", "south+east", "north+south+east"]
    assert [list(found) for found in lists.values()] == [["cnash", "cgmr", "csmr", "cseq-class", "cseq-individual"]] * 7
    assert lists["north+south"]["cnash"] == held
    assert lists["north"]["cnash"] == [state for state in EVERY if state != "NYN"]
    assert lists["south"]["cnash"] == [state for state in EVERY if state != "YNN"]
    assert lists["north+south+east"]["cnash"] == lists["east"]["cnash"] == EVERY
    assert lists["north+south"]["cgmr"] == EVERY
    assert lists["north+south"]["cseq-individual"] == held


def test_what_only_more_of_them_can_reach_is_said_too(opened: Opener) -> None:
    """The pair gains by YYN; YYY is better still for both and good for East, but takes all three."""
    found = chapter(look(opened, three("YYY YYN", "YYY YYN", "YYY")), "coalitions")

    assert found.headline == (
        "North and South together would gain by leaving the status quo for “the deal”; so would 1 more coalition."
    )
    assert found.statements[1].text == (
        "North, South and East together would gain by moving to “grand deal”: North would take “Do A”; South would "
        "take “Do B”; East would take “Do C”."
    )


def test_a_larger_coalition_is_not_told_for_what_a_part_of_it_does(opened: Opener) -> None:
    """East prefers YYN as well; but North and South need nobody to get there."""
    found = chapter(look(opened, three("YYN", "YYN", "YYN")), "coalitions")

    assert found.headline == "North and South together would gain by leaving the status quo for “the deal”."
    assert rows(found, "coalitions")[-1]["named"] == ("the deal",)


def test_the_outcome_told_is_the_one_by_which_the_member_who_gains_least_gains_most(opened: Opener) -> None:
    """By YNN North gains three levels and South one, by NYN the reverse, by YYN each two."""
    text = three("YNN YYN NYN", "NYN YYN YNN", "")
    found = chapter(look(opened, text.replace("the-deal: [do-a, do-b], ", "")), "coalitions")

    assert found.headline == "North and South together would gain by leaving the status quo."
    assert found.statements[0].text == (
        "North and South together would gain by leaving the status quo: North would take “Do A”; South would take "
        "“Do B”. Each of them would gain by 2 other outcomes as well."
    )


def test_an_outcome_asked_about_is_told_before_a_better_one(opened: Opener) -> None:
    text = three("YNN YYN NYN", "NYN YYN YNN", "")
    found = chapter(
        look(opened, text.replace("the-deal: [do-a, do-b]", "half: [do-a], other-half: [do-b]")), "coalitions"
    )

    assert found.statements[0].text == (
        "North and South together would gain by moving to “other half”: South would take “Do B”. Each of them would "
        "gain by 2 other outcomes as well, among them “half”."
    )


def test_nobody_gains_together(opened: Opener) -> None:
    findings = look(opened, three("NNN", "", ""))
    found = chapter(findings, "coalitions")

    assert found.depth is Depth.APPENDIX
    assert found.headline == "No two or more of them can leave the status quo together so that each of them gains."
    # North alone leaves YNN for NNN; nobody else gains anywhere.
    lasting = chapter(findings, "lasting")
    assert lasting.headline == "7 of 8 possible states would be left by no coalition, as none gains by leaving."
    assert lasting.statements[0].text == "Among them, of the outcomes asked about: the deal, grand deal, quiet."


def test_without_a_status_quo_the_states_that_last_are_told(opened: Opener) -> None:
    findings = look(opened, three("YYN", "YYN", "", ""))
    found = chapter(findings, "lasting")

    assert "coalitions" not in [each.id for each in findings.findings]
    assert found.depth is Depth.APPENDIX
    assert found.headline == "5 of 8 possible states would be left by no coalition, as none gains by leaving."
    assert found.statements[0].text == "Among them, of the outcomes asked about: the deal, grand deal."
    assert [table.id for table in found.tables] == ["lasting"]
    assert [row["state"] for row in rows(found, "lasting")][:5] == ["NNY", "NYY", "YNY", "YYN", "YYY"]


def test_where_somebody_always_leaves(opened: Opener) -> None:
    """Matching pennies: North wants the same, South the opposite. East's option changes nothing for them."""
    text = three("", "", "", "")
    same, other = "[NNN, NNY, YYN, YYY]", "[NYN, NYY, YNN, YNY]"
    every = f"[[{', '.join(EVERY)}]]"
    text = text.replace(every, f"[{same}, {other}]", 1).replace(every, f"[{other}, {same}]", 1)
    found = chapter(look(opened, text), "lasting")

    assert found.headline == "In each of the 8 possible states some coalition gains by leaving it."


GRAPH = f"""
    case: {{id: demo, as_of: 2025}}
    {ACTORS % ""}
    conflict:
      decision_makers:
        - {{actor: north, preferences: {{assumption: a, ranking: [[3], [1], [2]]}}}}
        - {{actor: south, preferences: {{assumption: a, ranking: [[3], [2], [1]]}}}}
      graph: {{states: [1, 2, 3], moves: {{north: {{1: [2]}}, south: {{2: [3]}}}}}}
      status_quo: 1
"""


def test_graph_form(opened: Opener) -> None:
    """North would have to go through 2, which it likes less, to let South go on to 3, best for both."""
    findings = look(opened, GRAPH)

    assert chapter(findings, "coalitions").statements[0].text == (
        "North and South together would gain by leaving the status quo: they would go to state 3."
    )
    assert findings.document["coalitions"]["north+south"]["cnash"] == ["3"]
    assert findings.document["coalitions"]["north"]["cnash"] == ["1", "2", "3"]


def test_one_alone_forms_no_coalition(opened: Opener) -> None:
    text = GRAPH.replace("- {actor: south, preferences: {assumption: a, ranking: [[3], [2], [1]]}}", "")
    findings = look(opened, text.replace(", south: {2: [3]}", ""))

    assert "coalitions" not in [found.id for found in findings.findings]
    assert list(findings.document["coalitions"]) == ["north"]


def test_too_many_states_are_said_on_the_page_and_refused_in_the_document(
    opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coalition_analysis, "PAIRS", 3 * 2**2)  # three states, and room for two
    message = "coalitions are compared over at most 2 states with 2 decision makers, and 3 are possible"
    found = chapter(opened(GRAPH).at().conflict(), "coalitions")

    assert found.headline.startswith(f"Not computed: {message}")
    assert found.depth is Depth.APPENDIX
    with pytest.raises(AskError, match=message):
        look(opened, GRAPH)
    path = tmp_path / "graph.yaml"
    path.write_text(GRAPH, encoding="utf-8")
    refused = CliRunner().invoke(application(), ["conflict", str(path), "--json", "--coalitions"])
    assert refused.exit_code == 2
    assert "at most 2 states" in " ".join(refused.stderr.replace("│", " ").split())


def test_long_lists_become_counts(tmp_path: Path) -> None:
    path = tmp_path / "graph.yaml"
    path.write_text(GRAPH, encoding="utf-8")
    command = ["conflict", str(path), "--json", "--coalitions", "--max-states", "2"]
    printed = json.loads(CliRunner().invoke(application(), command).stdout)

    assert printed["coalitions"]["north"]["cnash"] == {"count": 3, "first": ["1", "2", "3"]}
    plain = json.loads(CliRunner().invoke(application(), command[:3]).stdout)
    assert "coalitions" not in plain


def test_no_id_stands_in_the_sentences(opened: Opener) -> None:
    findings = look(opened, three("YYY YYN", "YYY YYN", "YYY"))
    told = chapter(findings, "coalitions")
    words = " ".join([told.headline, *(said.text for said in told.statements)])

    assert not [word for word in ("do-a", "the-deal", "north", "cseq-class") if word in words]
    assert "cseq-class" not in " ".join(texts(findings))
