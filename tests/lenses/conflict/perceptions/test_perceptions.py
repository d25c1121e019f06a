"""Who sees it otherwise: small hypergames derived by hand, and the words about them."""

from __future__ import annotations

from typing import Any

import pytest
from tests.conftest import Opener
from tests.lenses.reading import chapter, cited, rows, sentences

from detente.lenses.conflict.options import ConflictOptions
from detente.lenses.look import AskError

WHOLE = """
sources: [{{id: paper}}]
actors: [{{id: north, name: North, kind: state}}, {{id: south, name: South, kind: state}}]
conflict:
  decision_makers:
    - actor: north
      options: [{{id: sign, text: Keep the treaty}}]
      preferences: {{assumption: a, statements: [{{id: n1, when: not strike}}, {{id: n2, when: not sign}}]}}
    - actor: south
      options: [{{id: strike, text: Strike{option}}}]
      preferences: {{assumption: a, statements: [{{id: s1, when: {wish}}}]}}
  status_quo: [sign]
  named_states: {{freedom: [], clash: [sign, strike]}}
  {perceptions}
"""

PEACEFUL, VENGEFUL = "not strike", "strike iff not sign"
ALL, ANSWERED, FEARED = ("Nash", "GMR", "SMR", "SEQ", "SSEQ"), ("GMR", "SMR", "SEQ", "SSEQ"), ("GMR", "SMR")


def case(wish: str, perceptions: str, option: str = "") -> str:
    listed = f"perceptions: [{perceptions}]" if perceptions else ""
    return WHOLE.format(wish=wish, option=option, perceptions=listed)


def north_sees(change: str, why: str = "") -> str:
    return f"{{by: north, cites: paper ¶3, certainty: inference, {why}changes: [{change}]}}"


FEAR = case(PEACEFUL, north_sees(f"{{set: conflict.s1.when, to: {VENGEFUL}}}", "why: it remembers, "))
"""South would never strike; North thinks that South would, once the treaty is dropped.

North ranks NN, YN, NY, YY (treaty, strike). South is content wherever it does not strike. So at YN North gains by NN,
which South could punish by NY (GMR; from there North can only go to YY, worse still: SMR), but would not (no SEQ).
As North sees it South gains by going from NN to NY: the answer is credible.
"""

BLUFF = case(PEACEFUL, north_sees("{set: conflict.strike.available, to: null}"), ", available: false")
TRUST = case(VENGEFUL, north_sees("{drop: conflict.south.strike}"))
"""South would strike if the treaty were dropped; North holds that it cannot, and drops the treaty."""


def holds(found: Any) -> dict[str, tuple[Any, Any, Any]]:
    return {row["name"]: (row["case"], row["own-0"], row["each"]) for row in rows(found, "perceived-outcomes")}


def test_a_fear_makes_a_treaty_hold_for_better_reasons(opened: Opener) -> None:
    found = chapter(opened(FEAR).at().conflict(), "perceptions")

    assert found.headline == (
        "North sees the conflict otherwise than the case has it; so the status quo holds under GMR, SMR, SEQ, SSEQ "
        "instead of GMR, SMR."
    )
    assert [said.text for said in found.statements] == [
        "As North sees it, South prefers “Strike” iff not “Keep the treaty” (in the case it prefers not “Strike”). "
        "It remembers.",
        "By its own view: North would gain, acting alone, if it were to drop “Keep the treaty”. It stays because the "
        "others, acting in their own interest, would answer it: South would take “Strike”, which leaves North no "
        "better off, even after one more move of its own.",
        "By the case: North would gain, acting alone, if it were to drop “Keep the treaty”. It stays only if it fears "
        "answers that are not in the others' own interest: South would take “Strike” (against its own preference), "
        "which leaves North no better off, even after one more move of its own.",
        "If North saw the conflict as the case has it: the status quo would hold under GMR, SMR instead of GMR, SMR, "
        "SEQ, SSEQ.",
        "Equilibria that there are only by what somebody sees, and those lost by it: Nash 0 and 0; GMR 0 and 0; SMR 0 "
        "and 0; SEQ 1 and 0; SSEQ 1 and 0.",
    ]
    # At YY South leaves by the case, to YN. As North sees it, South leaves YY too, and leaves NN for NY, which North
    # could punish by YY against its own interest.
    assert holds(found) == {
        "status quo": (FEARED, ANSWERED, ANSWERED),
        "freedom": (ALL, ("GMR",), ALL),
        "clash": ("no", "no", "no"),
    }


def test_a_bluff_that_is_believed_holds_what_would_not_hold(opened: Opener) -> None:
    """South can do nothing, so North would drop the treaty; it does not, for fear of a strike that cannot be."""
    findings = opened(BLUFF).at().conflict()
    found = chapter(findings, "perceptions")

    assert found.headline == (
        "The status quo holds (GMR, SMR) only because North sees the conflict otherwise than the case has it."
    )
    assert found.statements[0].text == "As North sees it, South can take “Strike” (in the case it cannot)."
    assert holds(found) == {"status quo": ("no", FEARED, FEARED), "freedom": (ALL, ALL, ALL)}
    game = findings.document["hypergame"]
    assert game["perceptions"]["north"]["states"] == {"count": 4, "list": ["NN", "NY", "YN", "YY"]}
    assert game["perceptions"]["north"]["stability"]["gmr"] == ["NN", "NY", "YN"]
    assert game["equilibria"] == {
        "nash": ["NN"],
        "gmr": ["NN", "YN"],
        "smr": ["NN", "YN"],
        "seq": ["NN"],
        "sseq": ["NN"],
    }
    assert game["only_by_perception"] == {"nash": [], "gmr": ["YN"], "smr": ["YN"], "seq": [], "sseq": []}
    assert game["lost_by_perception"] == {key: [] for key in game["equilibria"]}


def test_trust_in_what_is_not_so_loses_what_would_hold(opened: Opener) -> None:
    findings = opened(TRUST).at().conflict()
    found = chapter(findings, "perceptions")
    texts = [said.text for said in found.statements]

    assert found.headline == (
        "The status quo would hold (GMR, SMR, SEQ, SSEQ); it does not, because North sees the conflict otherwise than "
        "the case has it."
    )
    assert texts[0] == "As North sees it, South cannot take “Strike” (in the case it can)."
    assert texts[1] == (
        "By its own view: North would gain, acting alone, if it were to drop “Keep the treaty”; that gain stands "
        "whatever the others answer, so it leaves."
    )
    assert texts[3] == (
        "North does not reckon with what South could do: take “Strike”. By the case South would not gain by it."
    )
    assert texts[4] == (
        "If North saw the conflict as the case has it: the status quo would hold (GMR, SMR, SEQ, SSEQ)."
    )
    # NN is not lost under GMR only: South leaves it by the case for NY, which North could punish by YY.
    assert holds(found)["freedom"] == (("GMR",), ALL, ("GMR",))
    assert holds(found)["clash"] == ("no", "it cannot be", "not possible to everybody")
    assert findings.document["hypergame"]["lost_by_perception"]["seq"] == ["NY", "YN"]
    assert findings.document["hypergame"]["perceptions"]["north"]["states"]["list"] == ["NN", "YN"]


def test_a_surprise_may_pay(opened: Opener) -> None:
    found = chapter(opened(TRUST.replace(VENGEFUL, "strike")).at().conflict(), "perceptions")

    assert "By the case South would gain by it." in " ".join(said.text for said in found.statements)


def test_a_surprise_that_leaves_its_mover_as_well_off_is_no_gain(opened: Opener) -> None:
    """South cares for the treaty alone, which its strike leaves as it is."""
    found = chapter(opened(TRUST.replace(VENGEFUL, "sign")).at().conflict(), "perceptions")

    assert [said.text for said in found.statements if "does not reckon" in said.text] == [
        "North does not reckon with what South could do: take “Strike”. By the case South would not gain by it."
    ]


def test_of_several_surprises_the_one_that_its_mover_likes_best_is_told(opened: Opener) -> None:
    """South could also protest, with a strike or without; North knows of neither, nor of its own second option."""
    text = TRUST.replace("{id: strike, text: Strike}", "{id: strike, text: Strike}, {id: protest, text: Protest}")
    text = text.replace("{id: sign, text: Keep the treaty}", "{id: sign, text: Keep the treaty}, {id: sell}")
    text = text.replace("{id: s1, when:", "{id: s0, when: protest}, {id: s1, when:")
    text = text.replace(
        "{drop: conflict.south.strike}", "{drop: conflict.strike}, {drop: conflict.protest}, {drop: conflict.sell}"
    )
    found = chapter(opened(text).at().conflict(), "perceptions")

    assert [said.text for said in found.statements if "does not reckon" in said.text] == [
        "North does not reckon with what South could do: take “Protest” (3 such moves). By the case South would gain "
        "by it."
    ]


def test_without_perceptions_there_is_no_such_chapter_and_no_such_key(opened: Opener) -> None:
    findings = opened(case(PEACEFUL, "")).at().conflict()

    assert "perceptions" not in [found.id for found in findings.findings]
    assert "hypergame" not in findings.document


def test_the_rest_of_the_page_stands_as_the_case_has_it(opened: Opener) -> None:
    plain = opened(case(PEACEFUL, "")).at().conflict()
    seen = opened(FEAR).at().conflict()

    assert {key: seen.document[key] for key in plain.document} == plain.document
    assert [each for each in seen.findings if each.id != "perceptions"] == list(plain.findings)


def test_a_perception_that_changes_no_conduct_says_so(opened: Opener) -> None:
    change = "{add: conflict.south.preferences.statements, record: {when: sign}}"
    found = chapter(opened(case(PEACEFUL, north_sees(change))).at().conflict(), "perceptions")
    texts = [said.text for said in found.statements]

    assert found.headline.endswith("otherwise than the case has it; the status quo holds all the same (GMR, SMR).")
    assert texts[0] == "As North sees it, South prefers “Keep the treaty” (in the case it does not)."
    assert texts[1].startswith(
        "At the status quo this makes no difference to what North does. North would gain, acting"
    )
    assert texts[2:] == [
        "If North saw the conflict as the case has it: no outcome asked about would hold more or less than it does."
    ]


def test_each_of_two_is_cleared_up_alone(opened: Opener) -> None:
    """North fears a strike that cannot be; South thinks, rightly or not, that it could gain by one of its own.

    South believes it can strike and would like to: by its own view it leaves YN for YY. So nobody's fear alone holds
    the status quo: with South cleared up North's fear holds it, with North cleared up nothing does.
    """
    south = "{by: south, assumption: b, changes: [{set: conflict.strike.available, to: null}, {drop: conflict.s1}, "
    south += "{add: conflict.south.preferences.statements, record: {id: s1, when: strike}}]}"
    north = north_sees("{set: conflict.strike.available, to: null}")
    found = chapter(opened(case(PEACEFUL, f"{north}, {south}", ", available: false")).at().conflict(), "perceptions")
    texts = [said.text for said in found.statements]

    assert found.headline == (
        "North and South see the conflict otherwise than the case has it; the status quo holds neither with that nor "
        "without."
    )
    assert texts[1] == (
        "As South sees it, South can take “Strike” (in the case it cannot); South prefers “Strike” (in the case it "
        "prefers not “Strike”)."
    )
    assert "If North saw the conflict as the case has it: no outcome asked about would hold more or less" in texts[-3]
    assert texts[-2] == (
        "If South saw the conflict as the case has it: the status quo would hold (GMR, SMR); “freedom” would hold "
        "(Nash, GMR, SMR, SEQ, SSEQ)."
    )


def test_evidence_and_assumptions_of_perceptions_are_printed(opened: Opener) -> None:
    findings = opened(FEAR.replace("why:", "assumption: a guess, why:")).at().conflict()
    found = chapter(findings, "perceptions")

    assert [(str(cite), said.certainty, said.assumption) for said in found.statements for cite in said.cites] == [
        ("paper ¶3", "inference", "a guess")
    ]
    assert [said.assumption for said in found.assumptions] == ["a", "a", "a guess"]
    assert "paper" in {cite.source for cite in cited(findings)}
    assert found.because[-1].text.startswith("South prefers “Strike” iff not “Keep the treaty”.")
    assert found.method is not None
    assert found.method.references[0] == "Bennett1977"


def test_perceptions_stand_on_top_of_a_scenario_and_at_the_date(opened: Opener) -> None:
    text = FEAR + f"scenarios: [{{id: x, changes: [{{set: conflict.s1.when, to: {VENGEFUL}}}]}}]\n"
    found = opened(text)

    assert (
        "holds all the same (GMR, SMR, SEQ, SSEQ)" in chapter(found.at(scenario="x").conflict(), "perceptions").headline
    )
    assert chapter(found.at(scenario="x").conflict(), "perceptions").statements[0].text == (
        "As North sees it, nothing differs at this date. It remembers."
    )
    waits = BLUFF.replace("to: null", "to: 2025-08-01")
    texts = [chapter(opened(waits).at(at).conflict(), "perceptions").statements[0].text for at in (None, "2025-08-02")]
    assert texts == [
        "As North sees it, nothing differs at this date.",
        "As North sees it, South can take “Strike” (in the case it cannot).",
    ]


def test_further_concepts_are_asked_of_every_view(opened: Opener) -> None:
    """Nobody is indifferent by the case; but North sees South indifferent to strikes, where NM has no meaning."""
    strict = case("strike", north_sees("{drop: conflict.s1}")).replace("{id: s1,", "{id: s0, when: sign}, {id: s1,")
    found = opened(strict).at()

    assert set(found.look("conflict", ConflictOptions(also=("sim",))).document["hypergame"]["equilibria"]) >= {"sim"}
    with pytest.raises(AskError, match="under the reading of 'north': 'nm' is not defined for this conflict"):
        found.look("conflict", ConflictOptions(also=("nm",)))
    fine = opened(strict.replace("drop: conflict.s1", "set: conflict.s1.when, to: not strike")).at()
    game = fine.look("conflict", ConflictOptions(also=("nm",))).document["hypergame"]
    assert set(game["perceptions"]["north"]["stability"]) == {"nash", "gmr", "smr", "seq", "sseq", "nm"}


def test_lists_become_counts_in_large_conflicts(opened: Opener) -> None:
    findings = opened(BLUFF).at().look("conflict", ConflictOptions(max_states=2))
    game = findings.document["hypergame"]

    assert game["equilibria"]["gmr"] == ["NN", "YN"]
    assert game["perceptions"]["north"]["states"] == {"count": 4, "list": None}
    assert game["perceptions"]["north"]["equilibria"]["nash"] == {"count": 1, "first": ["NN"]}


GRAPH = """
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
conflict:
  graph: {states: [peace, crisis, war], moves: {north: {peace: [crisis]}, south: {}}}
  decision_makers:
    - {actor: north, preferences: {assumption: a, ranking: [crisis, peace, war]}}
    - {actor: south, preferences: {assumption: a, ranking: [war, peace, crisis]}}
  status_quo: peace
  perceptions:
    - {by: north, assumption: b, changes: [{set: conflict.graph.moves.south, to: {crisis: [war]}}]}
    - {by: south, assumption: c, changes: [{set: conflict.south.preferences.ranking, to: [peace, crisis, war]}]}
"""


def test_each_own_model_lists_where_that_decision_maker_stays(opened: Opener) -> None:
    """South has no moves, so it stays everywhere; North gains only by going from peace to the crisis."""
    game = opened(GRAPH).at().conflict().document["hypergame"]

    assert game["perceptions"]["south"]["stability"]["nash"] == ["peace", "crisis", "war"]
    assert game["perceptions"]["north"]["stability"]["nash"] == ["crisis", "war"]
    assert game["perceptions"]["south"]["equilibria"]["nash"] == ["crisis", "war"]


def test_in_graph_form_moves_and_rankings_can_be_misread(opened: Opener) -> None:
    """North would go to the crisis but for the war that it thinks South could then make, and would."""
    found = chapter(opened(GRAPH).at().conflict(), "perceptions")

    assert found.headline == (
        "The status quo holds (GMR, SMR, SEQ, SSEQ) only because North and South see the conflict otherwise than the "
        "case has it."
    )
    assert [said.text for said in found.statements[:2]] == [
        "As North sees it, South can move from crisis to war (in the case it cannot).",
        "As South sees it, South orders the outcomes otherwise than in the case.",
    ]


def test_merged_states_are_told_apart_by_name_where_the_views_have_other_states(opened: Opener) -> None:
    """North thinks that South cannot strike without the treaty: NY cannot be, and the states get other numbers."""
    rule = north_sees("{add: conflict.infeasible, record: {when: strike and not sign}}")
    text = case(PEACEFUL, rule).replace("  status_quo", "  coalesce: ['{YY}', '{YN}']\n  status_quo")
    findings = opened(text).at().conflict()
    game = findings.document["hypergame"]

    assert findings.document["states"]["list"] == ["NN", "NY", "YN", "YY"]
    assert game["perceptions"]["north"]["states"]["list"] == ["NN", "YN", "YY"]
    assert "NY" not in {name for found in game["equilibria"].values() for name in found}
    assert game["equilibria"]["nash"] == ["NN"]
    assert game["lost_by_perception"]["gmr"] == ["YN"]
    assert chapter(findings, "perceptions").statements[1].text == (
        "By its own view: North would gain, acting alone, if it were to go to state NN; that gain stands whatever the "
        "others answer, so it leaves."
    )


DIFFERENCES = {
    "{set: conflict.sign.direction, to: take-only}": (
        "“Keep the treaty” can be taken, not dropped again (in the case: taken and dropped)"
    ),
    "{drop: conflict.south.preferences}": "South has no preferences",
    "{set: conflict.south.preferences, to: {weights: {strike: 2}}}": (
        "South orders the outcomes otherwise than in the case"
    ),
    "{add: conflict.infeasible, record: {when: strike and sign, why: it is bound}}": (
        "there is a rule “Cannot be: “Strike” and “Keep the treaty” (it is bound)”"
    ),
    "{add: conflict.south.preferences.statements, record: {when: sign}}": (
        "South prefers “Keep the treaty” (in the case it does not)"
    ),
    "{set: conflict.north.preferences.statements, to: [{when: not sign}, {id: n1, when: not strike}]}": (
        "North prefers in another order not “Keep the treaty”; then not “Strike”"
    ),
    "{drop: conflict.n1}, {add: conflict.north.preferences.statements, record: {id: later, when: not strike}}": (
        "North prefers in another order not “Keep the treaty”; then not “Strike”"
    ),
}


@pytest.mark.parametrize(("change", "words"), DIFFERENCES.items())
def test_every_kind_of_difference_has_words(change: str, words: str, opened: Opener) -> None:
    found = chapter(opened(case(PEACEFUL, north_sees(change))).at().conflict(), "perceptions")

    assert found.statements[0].text == f"As North sees it, {words}."


def test_a_rule_that_somebody_does_not_know_has_words(opened: Opener) -> None:
    text = case(PEACEFUL, north_sees("{set: conflict.infeasible, to: []}"))
    text = text.replace("  status_quo", "  infeasible: [{at_most_one: [sign, strike]}]\n  status_quo")
    found = chapter(opened(text.replace(", clash: [sign, strike]", "")).at().conflict(), "perceptions")

    assert found.statements[0].text == (
        "As North sees it, there is no rule “At most one of: “Keep the treaty”, “Strike””."
    )


def test_without_a_status_quo_the_headline_counts(opened: Opener) -> None:
    text = BLUFF.replace("  status_quo: [sign]\n", "").replace(
        "  named_states: {freedom: [], clash: [sign, strike]}\n", ""
    )
    found = chapter(opened(text).at().conflict(), "perceptions")

    assert found.headline == (
        "North sees the conflict otherwise than the case has it; 1 equilibrium is there only by that."
    )
    assert rows(found, "perceived-states")[0]["state"] == "YN"
    assert list(sentences(opened(text).at().conflict()))
