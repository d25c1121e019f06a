"""What would have to change, in words derived by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.test_commands import run
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows

from detente.findings import Depth
from detente.lenses.conflict.inverse import inverse
from detente.lenses.conflict.options import ConflictOptions
from detente.lenses.look import AskError

# Options in order: North's pay, South's open. North wants the crossing open, then not to pay; South wants not to open
# unless paid, then the crossing open. The status quo is NN.
HEAD = """
    case: {id: demo, as_of: 2025-07-10}
    sources: [{id: paper, title: A paper}]
    actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
    conflict:
      decision_makers:
"""
NORTH = """
        - actor: north
          options: [{id: pay, text: Pay}]
          preferences: {statements: [{id: n-open, when: open}, {id: n-free, when: not pay, cites: [paper ¶2]}]}
"""
SOUTH = """
        - actor: south
          options: [{id: open, text: Open}]
          preferences:
            statements: [{id: s-paid, when: pay if open, cites: [paper ¶3]}, {id: s-open, when: open}]
"""
TAIL = """
      status_quo: []
      named_states: {the-deal: [pay, open], a-gift: [open]}
"""
CASE = HEAD + NORTH + SOUTH + TAIL


def toward(opened: Opener, text: str, state: str) -> Any:
    """Return the chapter and the document."""
    found = opened(text).at().look("conflict", ConflictOptions(toward=state))
    return chapter(found, "toward"), found.document["toward"]


def test_a_gift_holds_if_south_asks_for_nothing(opened: Opener) -> None:
    """At NY only South gains by a move: it closes again.

    It stays if it puts "open" first: by a swap, by putting it in again above all, or by dropping its condition.
    To stay out of fear it is also enough that it would rather not be paid: North's answer, to pay, then hurts it.
    """
    found, document = toward(opened, CASE, "a-gift")

    assert found.headline == (
        "“a gift” would hold under SEQ if South put “Open” before (“Pay” if “Open”) "
        "(one of 3 smallest changes, of 1 edit)."
    )
    said = [(each.text, [str(cite) for cite in each.cites]) for each in found.statements]
    assert said == [
        ("The state asked about: South: Open.", []),
        (
            "Under Nash, SEQ and SSEQ, 1 edit makes it an equilibrium (1 by South). There are 3 ways; in one of them "
            "South put “Open” before (“Pay” if “Open”).",
            ["paper ¶3"],
        ),
        (
            "Under GMR and SMR, 1 edit makes it an equilibrium (1 by South). There are 4 ways; in one of them "
            "South put “Open” before (“Pay” if “Open”).",
            ["paper ¶3"],
        ),
        (
            "One thing decides alone: South wants “Pay” if “Open”. Without that the state would hold under "
            "Nash, GMR, SMR, SEQ and SSEQ.",
            ["paper ¶3"],
        ),
    ]
    every = ("Nash", "GMR", "SMR", "SEQ", "SSEQ")
    assert [(row["change"], row["makers"], row["concepts"], row["ways"]) for row in rows(found, "toward")] == [
        (("it put “Open” before (“Pay” if “Open”)",), ("South",), every, 1),
        (("it no longer wanted (“Pay” if “Open”)",), ("South",), every, 1),
        (("it put “Open” above all",), ("South",), every, 1),
        (("it also wanted not “Pay”, above all",), ("South",), ("GMR", "SMR"), 1),
    ]
    assert rows(found, "toward")[1]["cites"] == ["paper ¶3"]
    seq = document["concepts"]["seq"]
    assert (document["state"], seq["edits"], seq["searched"], seq["at_most"], seq["count"]) == ("NY", 1, 1, None, 3)
    blank: dict[str, Any] = {"by": "south", "statements": [], "wish": None, "before": None}
    assert seq["answers"] == [
        [blank | {"edit": "swap", "statements": ["s-open", "s-paid"]}],
        [blank | {"edit": "remove", "statements": ["s-paid"]}],
        [blank | {"edit": "insert", "wish": "open", "before": "s-paid"}],
    ]
    assert document["conditions"]["nash"] == {"north": [[["YY"]]], "south": [[["NN"]]]}
    assert document["conditions"]["gmr"]["south"] == [[["NN"], ["YN"]]]
    assert document["conditions"]["smr"]["south"] == [[["NN"], ["YN", "YY"]]]


def test_a_deal_that_holds_already_says_so(opened: Opener) -> None:
    """At YY North gains by not paying, but South then closes. For Nash it must not prefer that: 3 ways."""
    found, document = toward(opened, CASE, "the-deal")

    assert found.headline == (
        "Nothing: “the deal” holds as things are, because each gain would be answered; "
        "1 edit would do for nobody to gain at all."
    )
    assert found.statements[2].text == (
        "Under GMR, SMR, SEQ and SSEQ, nothing has to change: it is an equilibrium as things are."
    )
    assert [(row["change"], row["ways"]) for row in rows(found, "toward")] == [
        (("it no longer wanted not “Pay”",), 1),
        (("it also wanted “Pay”, before not “Pay”",), 2),
    ]
    assert document["concepts"]["sseq"] == {"edits": 0, "searched": 0, "at_most": None, "count": 1, "answers": [[]]}


def test_the_status_quo_is_left_by_nobody(opened: Opener) -> None:
    found, _ = toward(opened, CASE, "status-quo")

    assert found.headline == (
        "Nothing: the state NN would be left by nobody as things are, as nobody gains by a move of its own."
    )
    assert not found.tables


def test_changes_in_two_minds_are_told_together(opened: Opener) -> None:
    """At YN North would rather not pay, and South would rather open: each must change its mind once."""
    found, document = toward(opened, CASE, "YN")

    assert document["concepts"]["nash"]["edits"] == 2
    assert found.headline.startswith("The state YN would hold under")
    assert {by for row in rows(found, "toward") for by in row["makers"]} == {"North", "South"}
    nash = next(said.text for said in found.statements if said.text.startswith("Under Nash"))
    assert "2 edits make it an equilibrium (1 by North and 1 by South)" in nash


def test_weights_are_not_varied_and_what_stands_in_the_way_is_named(opened: Opener) -> None:
    """North's weights make it drop its payment at YN, whatever South makes of that."""
    north = NORTH[: NORTH.index("preferences")] + "preferences: {weights: {pay: -1, open: 2}}\n"
    found, document = toward(opened, HEAD + north + SOUTH + TAIL, "YN")

    assert (
        found.headline == "No change of up to 3 edits makes the state YN hold under SEQ, and no larger one was found."
    )
    assert [each.text for each in found.statements][1:] == [
        "Under Nash, no change of up to 4 edits makes it an equilibrium.",
        "Under GMR, SMR, SEQ and SSEQ, no change of up to 3 edits makes it an equilibrium.",
        "North does not stay under GMR: it would have to gain nothing if it were to drop “Pay”, or nothing from what "
        "the others could make of that.",
        "The weights of North are not varied.",
    ]
    assert not found.tables
    assert document["concepts"]["nash"] == {"edits": None, "searched": 4, "at_most": None, "count": 0, "answers": []}


def test_a_ranking_swaps_and_silence_takes_wishes_in(opened: Opener) -> None:
    """North ranks NY first: one swap puts the deal there. South is silent, and stays wherever it is."""
    north = NORTH[: NORTH.index("preferences")] + "preferences: {ranking: [[NY], [YY], [NN], [YN]]}\n"
    south = SOUTH[: SOUTH.index("preferences")]
    found, document = toward(opened, HEAD + north + south + TAIL, "the-deal")

    assert found.headline == "“the deal” would hold under SEQ if North put YY before NY."
    assert [each.text for each in found.statements][1:] == [
        "Under Nash, SEQ and SSEQ, 1 edit makes it an equilibrium (1 by North). There is one way: North put YY before "
        "NY.",
        "Under GMR and SMR, nothing has to change: it is an equilibrium as things are.",
        "Of the ranking of North, only neighbouring groups change places.",
        "South has no stated preferences: only wishes are put in.",
    ]
    swap = {"by": "north", "edit": "swap", "statements": ["YY", "NY"], "wish": None, "before": None}
    assert document["concepts"]["nash"]["answers"] == [[swap]]


def test_in_graph_form_rankings_change(opened: Opener) -> None:
    """North would go up from where it stands; nobody could answer that."""
    graph = """
        - {actor: north, preferences: {ranking: [[up], [left, right]]}}
        - {actor: south}
      graph: {states: [left, up, right], moves: {north: {left: [up]}}}
"""
    found, document = toward(opened, HEAD + graph, "left")

    assert found.headline == "The state left would hold under SEQ if North put left = right before up."
    assert found.statements[-1].text == "South has no stated preferences: without options, they are not varied."
    assert document["conditions"]["seq"] == {"north": [[["up"]]], "south": []}


def test_it_is_judged_by_the_conflict_of_the_case(opened: Opener) -> None:
    """South reads North's mind wrongly; what would have to change is asked of the minds as they are."""
    sees = TAIL + "      perceptions: [{by: south, changes: [{drop: conflict.north.n-free}], why: it hopes}]\n"
    found, document = toward(opened, HEAD + NORTH + SOUTH + sees, "the-deal")

    assert found.statements[-1].text == "Judged by the reading that this case follows, and by no other."
    assert document["concepts"]["nash"]["edits"] == 1


def test_no_wish_unties_merged_states(opened: Opener) -> None:
    """The states in which South does not open become one, so nobody may care there whether North pays."""
    merged = """
        - actor: north
          options: [{id: pay, text: Pay}]
          preferences: {statements: [open, not (pay and open)]}
        - actor: south
          options: [{id: open, text: Open}]
          preferences: {statements: [not open]}
      coalesce: ["-N"]
"""
    found, document = toward(opened, HEAD + merged, "YY")

    assert "No wish about “Pay” is put in, as states that the case makes one differ in it." in (
        [each.text for each in found.statements]
    )
    wishes = {edit["wish"] for answer in document["concepts"]["nash"]["answers"] for edit in answer}
    assert wishes <= {None, "open", "not open"}


def test_the_page_says_it_for_what_everybody_prefers(opened: Opener) -> None:
    found = chapter(opened(CASE).at().conflict(), "toward")

    assert found.headline == (
        "Nothing in anybody's mind, for “the deal”. It holds once it is reached; what lacks is the way there."
    )
    assert [
        (row["name"], row["concept"], row["edits"], row["ways"], row["change"]) for row in rows(found, "outlook")
    ] == [
        ("the deal", "Nash", 1, 3, "North no longer wanted not “Pay”"),
        ("the deal", "SEQ", 0, None, "nothing: it holds as things are"),
    ]
    nobody = opened(CASE.replace("the-deal: [pay, open], ", "")).at().conflict()
    assert all(each.id != "toward" for each in nobody.findings)


def test_the_page_names_a_change_for_what_would_not_hold(opened: Opener) -> None:
    """South wants payment above all, then the crossing open: it would not close it again if North stopped paying.

    So the deal needs one edit: North drops "not pay" or puts "pay" before it (at either of two places), or South wants
    "not open" between its two wishes. Then closing becomes credible, and South itself fears that North stops paying.
    The gift, which South now prefers to the impasse as well, holds as things are.
    """
    south = SOUTH.replace("when: pay if open", "when: pay")
    found = chapter(opened(HEAD + NORTH + south + TAIL).at().conflict(), "toward")

    assert found.headline == "“the deal” would hold if North no longer wanted not “Pay” (one of 4 smallest changes)."
    assert [(row["concept"], row["edits"], row["ways"], row["cites"]) for row in rows(found, "outlook")] == [
        ("Nash", 1, 3, ["paper ¶2"]),
        ("SEQ", 1, 4, ["paper ¶2"]),
        ("Nash", 0, None, []),
        ("SEQ", 0, None, []),
    ]
    assert found.depth is Depth.DETAIL
    asked, _ = toward(opened, HEAD + NORTH + south + TAIL, "the-deal")
    assert [(row["change"], row["concepts"]) for row in rows(asked, "toward")] == [
        (("it no longer wanted not “Pay”",), ("Nash", "SEQ", "SSEQ")),
        (("it also wanted “Pay”, before not “Pay”",), ("Nash", "SEQ", "SSEQ")),
        (("it also wanted not “Open”, just before “Open”",), ("SEQ", "SSEQ")),
    ]


def test_states_that_cannot_be_asked_about_are_refused(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    sight = opened(CASE).at()
    with pytest.raises(AskError, match="the conflict has no state 'a-gitf'; did you mean 'a-gift'"):
        sight.look("conflict", ConflictOptions(toward="a-gitf"))
    ruled = CASE + "      infeasible: [{when: open and not pay}]\n"
    with pytest.raises(AskError, match="cannot be at this date"):
        opened(ruled.replace(", a-gift: [open]", "")).at().look("conflict", ConflictOptions(toward="NY"))
    monkeypatch.setattr(inverse, "MOST_STATES", 3)
    with pytest.raises(AskError, match="preferences are varied over at most 3 states"):
        sight.look("conflict", ConflictOptions(toward="NY"))


def test_the_command_line_prints_it_and_refuses_in_words(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("\n".join(line[4:] for line in CASE.splitlines()), encoding="utf-8")

    shown = run("conflict", path, "--toward", "a-gift")
    assert "What would have to change" in shown.stdout
    assert json.loads(run("conflict", path, "--json", "--toward", "NY").stdout)["toward"]["state"] == "NY"
    assert (
        run("conflict", path, "--json", "--toward", "NY").stdout
        == run("conflict", path, "--json", "--toward", "a-gift").stdout
    )
    refused = run("conflict", path, "--toward", "nowhere")
    assert refused.exit_code == 2
    assert "--toward" in refused.stderr


@pytest.mark.slow
@pytest.mark.parametrize("state", ["NYNYYNNYNNY", "NNYNYNNYYNY"])
def test_the_flagship_answers_for_states_that_nobody_keeps(root: Path, state: str) -> None:
    """Halves of the text and of the route, beside force or a signature: two sides have to want otherwise, one twice."""
    from detente.session import open_case

    found = open_case(root / "examples" / "south-caucasus").at().look("conflict", ConflictOptions(toward=state))
    nash = found.document["toward"]["concepts"]["nash"]

    assert nash["edits"] == 3
    assert nash["answers"]["count"] == nash["count"] > len(nash["answers"]["first"])
