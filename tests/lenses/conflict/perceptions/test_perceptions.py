"""Readings that differ: small hypergames derived by hand, and the words about them."""

from __future__ import annotations

from typing import Any

import pytest
from tests.conftest import Opener
from tests.lenses.conflict.perceptions.saying import others, verdict_of
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
"""As the model is written South would never strike; by North's reading it would, once the treaty is dropped.

North ranks NN, YN, NY, YY (treaty, strike). South is content wherever it does not strike. So at YN North gains by NN,
which South could punish by NY (GMR; from there North can only go to YY, worse still: SMR), but would not (no SEQ).
By North's reading South gains by going from NN to NY: the answer is credible.
"""

BLUFF = case(PEACEFUL, north_sees("{set: conflict.strike.available, to: null}"), ", available: false")
TRUST = case(VENGEFUL, north_sees("{drop: conflict.south.strike}"))
"""South would strike if the treaty were dropped; by North's reading it cannot, and North drops the treaty."""

FOLLOWED = "the reading that this case follows"
DIFFERS = "North's reading differs from the one that this case follows; "


def holds(found: Any) -> dict[str, tuple[Any, Any, Any]]:
    return {row["name"]: (row["case"], row["own-0"], row["each"]) for row in rows(found, "perceived-outcomes")}


def test_a_fear_makes_a_treaty_hold_for_better_reasons(opened: Opener) -> None:
    found = chapter(opened(FEAR).at().conflict(), "perceptions")

    assert verdict_of(found) == (
        f"{DIFFERS}the status quo holds under both readings, under {FOLLOWED} (GMR, SMR) and under North's reading "
        "(GMR, SMR, SEQ, SSEQ); when each acts on its own reading, it holds (GMR, SMR, SEQ, SSEQ)."
    )
    assert [said.text for said in others(found)] == [
        "It remembers. Under North's reading, South prefers “Strike” iff not “Keep the treaty”. Under the reading that "
        "this case follows, South prefers not “Strike”.",
        f"Under {FOLLOWED}: North would gain, acting alone, if it were to drop “Keep the treaty”. It stays only if it "
        "fears answers that are not in the others' own interest: South would take “Strike” (against its own "
        "preference), which leaves North no better off, even after one more move of its own.",
        "Under North's reading: North would gain, acting alone, if it were to drop “Keep the treaty”. It stays because "
        "the others, acting in their own interest, would answer it: South would take “Strike”, which leaves North no "
        "better off, even after one more move of its own.",
        "At the status quo South does the same under each reading.",
    ]
    # At YY South leaves under both readings, to YN. Under North's, South leaves NN for NY, which North could punish by
    # YY against its own interest.
    assert holds(found) == {
        "status quo": (FEARED, ANSWERED, ANSWERED),
        "freedom": (ALL, ("GMR",), ALL),
        "clash": ("no", "no", "no"),
    }


def test_a_bluff_that_is_believed_holds_what_would_not_hold(opened: Opener) -> None:
    """As the model is written South can do nothing, so North would drop the treaty; by its own reading it fears to."""
    findings = opened(BLUFF).at().conflict()
    found = chapter(findings, "perceptions")

    assert verdict_of(found) == (
        f"{DIFFERS}the status quo holds only under North's reading (GMR, SMR), and when each acts on its own."
    )
    assert found.statements[0].text == (
        f"Under North's reading, South can take “Strike”. Under {FOLLOWED}, South cannot take “Strike”."
    )
    assert holds(found) == {
        "status quo": ("no", FEARED, FEARED),
        "freedom": (ALL, ALL, ALL),
        "clash": ("it cannot be", "no", "not possible under every reading"),
    }
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
    texts = [said.text for said in others(found)]

    assert verdict_of(found) == (
        f"{DIFFERS}the status quo holds only under {FOLLOWED} (GMR, SMR, SEQ, SSEQ); when each acts on its own "
        "reading, it does not hold."
    )
    assert found.headline == "The status quo holds under 1 of 2 readings; when each acts on its own, it does not."
    assert texts[0] == f"Under North's reading, South cannot take “Strike”. Under {FOLLOWED}, South can take “Strike”."
    assert texts[2] == (
        "Under North's reading: North would gain, acting alone, if it were to drop “Keep the treaty”; that gain stands "
        "whatever the others answer, so it leaves."
    )
    assert texts[4] == (
        f"By its own reading North does not reckon with what South could do under {FOLLOWED}: take “Strike”. Under "
        "that reading South would not gain by it."
    )
    # NN is not lost under GMR only: South leaves it by the model as written for NY, which North could punish by YY.
    assert holds(found)["freedom"] == (("GMR",), ALL, ("GMR",))
    assert holds(found)["clash"] == ("no", "it cannot be", "not possible under every reading")
    assert findings.document["hypergame"]["lost_by_perception"]["seq"] == ["NY", "YN"]
    assert findings.document["hypergame"]["perceptions"]["north"]["states"]["list"] == ["NN", "YN"]


def test_a_surprise_may_pay(opened: Opener) -> None:
    found = chapter(opened(TRUST.replace(VENGEFUL, "strike")).at().conflict(), "perceptions")

    assert "Under that reading South would gain by it." in " ".join(said.text for said in found.statements)


def test_a_surprise_that_leaves_its_mover_as_well_off_is_no_gain(opened: Opener) -> None:
    """South cares for the treaty alone, which its strike leaves as it is."""
    found = chapter(opened(TRUST.replace(VENGEFUL, "sign")).at().conflict(), "perceptions")

    assert [said.text for said in others(found) if "does not reckon" in said.text] == [
        f"By its own reading North does not reckon with what South could do under {FOLLOWED}: take “Strike”. Under "
        "that reading South would not gain by it."
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

    assert [said.text for said in others(found) if "does not reckon" in said.text] == [
        f"By its own reading North does not reckon with what South could do under {FOLLOWED}: take “Protest” (3 such "
        "moves). Under that reading South would gain by it."
    ]


def test_without_perceptions_there_is_no_such_chapter_and_no_such_key(opened: Opener) -> None:
    findings = opened(case(PEACEFUL, "")).at().conflict()

    assert "perceptions" not in [found.id for found in findings.findings]
    assert "hypergame" not in findings.document


def test_the_rest_of_the_page_stands_as_the_model_is_written(opened: Opener) -> None:
    plain = opened(case(PEACEFUL, "")).at().conflict()
    seen = opened(FEAR).at().conflict()

    assert {key: seen.document[key] for key in plain.document} == plain.document
    told = [each for each in seen.findings if each.id not in ("perceptions", "perceived", "matrix")]
    assert told == [each for each in plain.findings if each.id != "matrix"]


def test_a_perception_that_changes_no_conduct_says_so(opened: Opener) -> None:
    change = "{add: conflict.south.preferences.statements, record: {when: sign}}"
    found = chapter(opened(case(PEACEFUL, north_sees(change))).at().conflict(), "perceptions")
    texts = [said.text for said in others(found)]

    assert verdict_of(found) == (
        f"{DIFFERS}the status quo holds under both readings (GMR, SMR), and when each acts on its own."
    )
    assert found.headline == "The status quo holds under every reading, and when each acts on its own."
    assert texts == [
        f"Under North's reading, South prefers “Keep the treaty”. Under {FOLLOWED}, South has no wish for “Keep the "
        "treaty”.",
        "At the status quo North and South do the same under each reading.",
    ]


def test_each_may_take_over_another_reading(opened: Opener) -> None:
    """By North's reading South can strike, and would not; by South's it can, and would like to.

    As the model is written it cannot. By its own reading South leaves YN for YY. So North's reading alone does not
    hold the status quo; were South on the model as written, or on North's reading, it would hold by North's fear.
    """
    south = "{by: south, assumption: b, changes: [{set: conflict.strike.available, to: null}, {drop: conflict.s1}, "
    south += "{add: conflict.south.preferences.statements, record: {id: s1, when: strike}}]}"
    north = north_sees("{set: conflict.strike.available, to: null}")
    found = chapter(opened(case(PEACEFUL, f"{north}, {south}", ", available: false")).at().conflict(), "perceptions")
    texts = [said.text for said in others(found)]

    assert verdict_of(found) == (
        "North's and South's readings differ; the status quo holds only under North's reading (GMR, SMR); when each "
        "acts on its own reading, it does not hold."
    )
    assert texts[1] == (
        "Under South's reading, South can take “Strike”; South prefers “Strike”. Under the reading that this case "
        "follows, South cannot take “Strike”; South prefers not “Strike”."
    )
    assert [text for text in texts if "took over" in text] == [
        f"If North took over {FOLLOWED}: no outcome asked about would hold more or less than it does.",
        f"If South took over {FOLLOWED}: the status quo would hold (GMR, SMR); “freedom” would hold (Nash, GMR, SMR, "
        "SEQ, SSEQ).",
    ]


def test_evidence_and_assumptions_of_perceptions_are_printed(opened: Opener) -> None:
    findings = opened(FEAR.replace("why:", "assumption: a guess, why:")).at().conflict()
    found = chapter(findings, "perceptions")

    assert [(str(cite), said.certainty, said.assumption) for said in found.statements for cite in said.cites] == [
        ("paper ¶3", "inference", "a guess")
    ]
    assert [said.assumption for said in found.assumptions] == [
        "a",
        "a",
        "a guess",
        "the case does not say how it reads the matter",
    ]
    assert found.assumptions[-1].text == f"South acts on {FOLLOWED}."
    assert "paper" in {cite.source for cite in cited(findings)}
    assert found.because[-1].text.startswith("South prefers “Strike” iff not “Keep the treaty”.")
    assert found.method is not None
    assert found.method.references[0] == "Bennett1977"


def test_perceptions_stand_on_top_of_a_scenario_and_at_the_date(opened: Opener) -> None:
    text = FEAR + f"scenarios: [{{id: x, changes: [{{set: conflict.s1.when, to: {VENGEFUL}}}]}}]\n"
    found = opened(text)

    under = chapter(found.at(scenario="x").conflict(), "perceptions")
    assert "holds under both readings (GMR, SMR, SEQ, SSEQ), and when" in verdict_of(under)
    assert under.statements[0].text == (
        "It remembers. At this date nothing differs in the model under North's reading."
    )
    waits = BLUFF.replace("to: null", "to: 2025-08-01")
    texts = [chapter(opened(waits).at(at).conflict(), "perceptions").statements[0].text for at in (None, "2025-08-02")]
    assert texts == [
        "At this date nothing differs in the model under North's reading.",
        f"Under North's reading, South can take “Strike”. Under {FOLLOWED}, South cannot take “Strike”.",
    ]


def test_further_concepts_are_asked_of_every_view(opened: Opener) -> None:
    """As written nobody is indifferent; by North's reading South is, to strikes, and there NM has no meaning."""
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


def test_in_graph_form_moves_and_rankings_can_be_read_in_two_ways(opened: Opener) -> None:
    """By its own reading North stays for the war that South could then make, and would.

    As the model is written, and by South's reading, South has no moves: nothing answers North's move to the crisis.
    """
    found = chapter(opened(GRAPH).at().conflict(), "perceptions")

    assert verdict_of(found) == (
        "North's and South's readings differ; the status quo holds only under North's reading (GMR, SMR, SEQ, SSEQ), "
        "and when each acts on its own."
    )
    assert [said.text for said in found.statements[:2]] == [
        f"Under North's reading, South can move from crisis to war. Under {FOLLOWED}, South cannot move from crisis to "
        "war.",
        f"Under South's reading, South orders the outcomes in one way. Under {FOLLOWED}, South orders them in another.",
    ]


def test_merged_states_are_told_apart_by_name_where_the_views_have_other_states(opened: Opener) -> None:
    """By North's reading South cannot strike without the treaty: NY cannot be, and the states get other numbers."""
    rule = north_sees("{add: conflict.infeasible, record: {when: strike and not sign}}")
    text = case(PEACEFUL, rule).replace("  status_quo", "  coalesce: ['{YY}', '{YN}']\n  status_quo")
    findings = opened(text).at().conflict()
    game = findings.document["hypergame"]

    assert findings.document["states"]["list"] == ["NN", "NY", "YN", "YY"]
    assert game["perceptions"]["north"]["states"]["list"] == ["NN", "YN", "YY"]
    assert "NY" not in {name for found in game["equilibria"].values() for name in found}
    assert game["equilibria"]["nash"] == ["NN"]
    assert game["lost_by_perception"]["gmr"] == ["YN"]
    assert others(chapter(findings, "perceptions"))[2].text == (
        "Under North's reading: North would gain, acting alone, if it were to go to state NN; that gain stands "
        "whatever the others answer, so it leaves."
    )


DIFFERENCES = {
    "{set: conflict.sign.direction, to: take-only}": (
        "“Keep the treaty” can be taken, not dropped again",
        "“Keep the treaty” can be taken and dropped",
    ),
    "{drop: conflict.south.preferences}": ("South has no preferences", "South has preferences"),
    "{set: conflict.south.preferences, to: {weights: {strike: 2}}}": (
        "South orders the outcomes in one way",
        "South orders them in another",
    ),
    "{add: conflict.infeasible, record: {when: strike and sign, why: it is bound}}": (
        "there is a rule “Cannot be: “Strike” and “Keep the treaty” (it is bound)”",
        "there is no rule “Cannot be: “Strike” and “Keep the treaty” (it is bound)”",
    ),
    "{set: conflict.south.red_lines, to: [{id: r, when: not (strike and sign), assumption: a}]}": (
        "South accepts in no case: “Strike” and “Keep the treaty”",
        "South draws no such red line",
    ),
    "{add: conflict.south.preferences.statements, record: {when: sign}}": (
        "South prefers “Keep the treaty”",
        "South has no wish for “Keep the treaty”",
    ),
    "{set: conflict.north.preferences.statements, to: [{when: not sign}, {id: n1, when: not strike}]}": (
        "North prefers, the more important first, not “Keep the treaty”, then not “Strike”",
        "North prefers, the more important first, not “Strike”, then not “Keep the treaty”",
    ),
    "{drop: conflict.n1}, {add: conflict.north.preferences.statements, record: {id: later, when: not strike}}": (
        "North prefers, the more important first, not “Keep the treaty”, then not “Strike”",
        "North prefers, the more important first, not “Strike”, then not “Keep the treaty”",
    ),
}


@pytest.mark.parametrize(("change", "words"), DIFFERENCES.items())
def test_every_kind_of_difference_has_words(change: str, words: tuple[str, str], opened: Opener) -> None:
    found = chapter(opened(case(PEACEFUL, north_sees(change))).at().conflict(), "perceptions")

    assert found.statements[0].text == f"Under North's reading, {words[0]}. Under {FOLLOWED}, {words[1]}."


def test_a_rule_that_is_none_under_a_reading_has_words(opened: Opener) -> None:
    text = case(PEACEFUL, north_sees("{set: conflict.infeasible, to: []}"))
    text = text.replace("  status_quo", "  infeasible: [{at_most_one: [sign, strike]}]\n  status_quo")
    found = chapter(opened(text.replace(", clash: [sign, strike]", "")).at().conflict(), "perceptions")

    assert found.statements[0].text == (
        "Under North's reading, there is no rule “At most one of: “Keep the treaty”, “Strike””. Under the reading that "
        "this case follows, there is a rule “At most one of: “Keep the treaty”, “Strike””."
    )


def test_without_a_status_quo_the_headline_counts(opened: Opener) -> None:
    text = BLUFF.replace("  status_quo: [sign]\n", "").replace(
        "  named_states: {freedom: [], clash: [sign, strike]}\n", ""
    )
    findings = opened(text).at().conflict()
    found = chapter(findings, "perceptions")

    # YN, which holds by North's fear; and NY and YY hold for nobody.
    assert verdict_of(found) == f"{DIFFERS}1 state holds under one reading and not under another."
    assert found.headline == "1 state holds under one reading and not under another."
    assert [row["state"] for row in rows(chapter(findings, "perceived"), "perceived-states")] == ["YN"]
    assert list(sentences(opened(text).at().conflict()))
