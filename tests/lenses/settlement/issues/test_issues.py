"""Issues with a scale, derived by hand: where they settle, what moves that, and what is taken for granted."""

from __future__ import annotations

import json
import warnings
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows, sentences

from detente.findings import Depth, Findings
from detente.findings.figures.scale import Scale
from detente.lenses.look import AskError
from detente.lenses.settlement.options import SettlementOptions
from detente.models.spatial.model import KINDS
from detente.session import CaseError

HEAD = """
    case: {id: demo, as_of: 2025-07-10}
    sources: [{id: paper, title: A paper}]
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: east, name: East, kind: state}
    issues:
      - {id: tolls, name: Tolls, continuum: {labels: {0: none, 50: half, 100: all}}}
      - {id: term, name: Term, continuum: {low: 4, high: 10, unit: years}}
"""
# weights 0.5 and 0.25: the compromise is 80 * 2/3, and moves by 2/3 with North
PLAIN = (
    HEAD
    + """
    positions:
      - {actor: north, issue: tolls, value: 80, salience: 1, cites: [paper ¶1]}
      - {actor: south, issue: tolls, value: 0, salience: 0.5, cites: [paper ¶2]}
      - {actor: east, issue: tolls, stance: as it is, cites: [paper ¶3]}
    capabilities:
      - {actor: north, value: 0.5, cites: [paper ¶1]}
      - {actor: south, value: 0.5, assumption: as strong}
"""
)
DOUBTFUL = PLAIN.replace("value: 80", "value: [60, 100]").replace("salience: 0.5", "salience: [0.2, 0.8]")
UNSTATED = (
    HEAD
    + """
    positions:
      - {actor: north, issue: tolls, value: 80, cites: [paper ¶1]}
      - {actor: south, issue: tolls, value: 0, cites: [paper ¶2]}
"""
)
SWAP = (
    HEAD
    + """
    positions:
      - {actor: north, issue: tolls, value: 100, salience: 0.9, cites: [paper ¶1]}
      - {actor: south, issue: tolls, value: 0, salience: 0.1, cites: [paper ¶2]}
      - {actor: north, issue: term, value: 10, salience: 0.1, cites: [paper ¶1]}
      - {actor: south, issue: term, value: 4, salience: 0.9, cites: [paper ¶2]}
"""
)


def found(opened: Opener, text: str, **asked: Any) -> Findings:
    return opened(text).at().look("settlement", SettlementOptions(**asked))


def issue(opened: Opener, text: str, **asked: Any) -> dict[str, Any]:
    answer: dict[str, Any] = found(opened, text, **asked).document["issues"]["tolls"]
    return answer


def test_the_compromise_and_its_levers_are_the_weighted_mean(opened: Opener) -> None:
    answer = issue(opened, PLAIN)
    mean = pytest.approx(160 / 3)
    assert answer["compromise"] == {"value": mean, "low": mean, "high": mean}
    assert answer["levers"] == {"north": pytest.approx(2 / 3), "south": pytest.approx(1 / 3)}
    assert answer["median"]["value"] == 80
    assert answer["hangs_on"] == []
    assert answer["nash"] is None
    assert answer["challenge"]["variant"] == "all-pairs"
    assert [each["round"] for each in answer["challenge"]["rounds"]] == list(range(1, 9))


def test_a_reader_is_told_where_it_balances_and_how_little_that_says(opened: Opener) -> None:
    told = chapter(found(opened, PLAIN), "issue-tolls")
    assert told.headline == "On “Tolls” the pressures balance at 53, nearest to “half”."
    assert told.depth is Depth.HEADLINE
    open_ = [statement.text for statement in told.statements]
    assert "not the forecast" in open_[0]
    assert "23 of 100" in open_[0]
    assert open_[1] == "53 lies between “half” (50) and “all” (100), nearer to the first."
    assert len(open_) <= 4
    models = chapter(found(opened, PLAIN), "issue-tolls-models")
    assert models.depth is Depth.APPENDIX
    said = [statement.text for statement in models.statements]
    assert "If North moved by 10, the compromise would move by 7; for South by 3." in said
    assert "Not counted, for want of a number on the scale: East, who has a position in words." in said
    # South at 0 holds a third; the middle is 53.3 - 50 away, so North has to move by 5
    assert said[1].endswith("nearer to another of its labels: North, to 75.")


def test_doubt_gives_a_band_and_says_what_it_hangs_on(opened: Opener) -> None:
    answer = issue(opened, DOUBTFUL)
    assert answer["compromise"]["value"] == pytest.approx(160 / 3)
    assert 40 < answer["compromise"]["low"] < 160 / 3 < answer["compromise"]["high"] < 70
    hinges = {(each["actor"], each["input"]): each for each in answer["hangs_on"]}
    assert set(hinges) == {("north", "position"), ("south", "salience")}
    assert hinges["north", "position"]["at_low"] == pytest.approx(40)
    assert hinges["north", "position"]["at_high"] == pytest.approx(200 / 3)
    assert hinges["south", "salience"]["at_low"] == pytest.approx(80 / 1.2)
    assert hinges["south", "salience"]["at_high"] == pytest.approx(80 / 1.8)
    assert all(each["flips"] for each in hinges.values())
    assert sum(each["share"] for each in hinges.values()) == pytest.approx(1, abs=0.1)


def test_doubt_that_stays_on_one_side_of_every_border_does_not_flip(opened: Opener) -> None:
    """Borders are at 25, 50 and 75; with North at 78 to 82 the compromise lies between 52 and 54.7."""
    narrow = PLAIN.replace("value: 80", "value: [78, 82]")
    (hinge,) = issue(opened, narrow)["hangs_on"]
    assert [hinge["at_low"], hinge["at_high"]] == pytest.approx([52, 164 / 3])
    assert not hinge["flips"]
    assert hinge["share"] == 1
    wide = PLAIN.replace("value: 80", "value: [70, 82]")
    assert issue(opened, wide)["hangs_on"][0]["flips"]


def test_one_who_is_absent_from_an_issue_swaps_nothing(opened: Opener) -> None:
    absent = "      - {actor: east, issue: tolls, value: 90, salience: 0.5, cites: [paper ¶3]}\n"
    told = found(opened, SWAP + absent)
    assert [swap["actors"] for swap in told.document["exchanges"]] == [["south", "north"]]


def test_with_very_many_actors_the_models_are_not_worked_out(opened: Opener) -> None:
    names = [f"a{k}" for k in range(201)]
    actors = "".join(f"      - {{id: {name}, name: {name.upper()}, kind: person}}\n" for name in names)
    positions = "".join(
        f"      - {{actor: {name}, issue: tolls, value: {k / 2}, assumption: a}}\n" for k, name in enumerate(names)
    )
    text = HEAD.replace("    issues:\n", f"{actors}    issues:\n") + f"    positions:\n{positions}"

    assert chapter(found(opened, text), "issue-tolls").headline == (
        "Not worked out: 201 actors hold a position on “Tolls”, and the models are for at most 200."
    )
    assert found(opened, text).document["issues"] == {}


def test_with_many_actors_there_are_fewer_draws(opened: Opener) -> None:
    names = [f"a{k}" for k in range(80)]
    actors = "".join(f"      - {{id: {name}, name: {name.upper()}, kind: person}}\n" for name in names)
    positions = "".join(
        f"      - {{actor: {name}, issue: tolls, value: [{k}, {k + 9}], assumption: a}}\n"
        for k, name in enumerate(names)
    )
    text = HEAD.replace("    issues:\n", f"{actors}    issues:\n") + f"    positions:\n{positions}"

    method = chapter(found(opened, text), "issue-tolls").method
    assert method is not None
    compared = 4096 // 4  # as 4096 draws of 80**3 are nearly four times 2**29
    assert method.parameters[0] == (
        "Draws",
        "4,096, from a scrambled Sobol sequence; the models that compare all positions follow the first "
        f"{compared:,} of them",
    )


def test_the_picture_shows_every_party_and_every_model(opened: Opener) -> None:
    (figure,) = chapter(found(opened, DOUBTFUL), "issue-tolls").figures
    spec = figure.spec
    assert isinstance(spec, Scale)
    assert spec.signs == ((0, "0: none"), (50, "50: half"), (100, "100: all"))
    assert [(stand.name, stand.low, stand.at, stand.high) for stand in spec.held.stands] == [
        ("North", 60, 80, 100),
        ("South", 0, 0, 0),
    ]
    assert [stand.said for stand in spec.answers.stands][:2] == ["53", "80"]
    band = issue(opened, DOUBTFUL)["compromise"]
    assert list(spec.likely[:2]) == pytest.approx([band["low"], band["high"]])
    assert "North at 60–100, South at 0." in figure.description


def test_the_same_seed_gives_the_same_band_and_another_nearly_the_same(opened: Opener) -> None:
    first, again, other = (issue(opened, DOUBTFUL, draws=1024, seed=seed)["compromise"] for seed in (1, 1, 2))
    assert first == again
    assert first["low"] == pytest.approx(other["low"], abs=0.5)


def test_the_band_is_that_of_all_quantiles(opened: Opener) -> None:
    """A slow twin: the bounds of the middle four fifths on a grid of quantiles."""
    steps = [(k + 0.5) / 200 for k in range(200)]
    drawn = sorted((60 + 40 * u) / (1 + 0.2 + 0.6 * v) for u, v in product(steps, steps))
    answer = issue(opened, DOUBTFUL)["compromise"]
    assert answer["low"] == pytest.approx(drawn[len(drawn) // 10], abs=0.1)
    assert answer["high"] == pytest.approx(drawn[len(drawn) * 9 // 10], abs=0.1)


def test_what_is_not_stated_is_an_assumption_in_print(opened: Opener) -> None:
    told = chapter(found(opened, UNSTATED), "issue-tolls")
    assumed = {statement.text: statement.assumption for statement in told.assumptions}
    assert assumed["Equal salience."] == "none is stated"
    assert assumed["Equal capabilities."] == "none is stated"
    assert rows(told, "stakes-tolls")[0]["capability"] == "1, not stated"


def test_what_is_stated_for_some_is_open_for_the_others(opened: Opener) -> None:
    text = PLAIN.replace("salience: 0.5, ", "").replace("- {actor: south, value: 0.5, assumption: as strong}", "")
    text = text.replace("stance: as it is", "value: 0, salience: 0.5")
    text += "      - {actor: east, value: 0.1, assumption: small}\n"
    told = chapter(found(opened, text), "issue-tolls")
    assumed = [statement.text for statement in told.assumptions]
    assert "Salience between 0 and 1: South." in assumed
    assert "Capability between the lowest and the highest stated: South." in assumed
    table = {row["actor"]: row for row in rows(told, "stakes-tolls")}
    assert table["South"]["salience"] == "0–1, not stated"
    assert table["South"]["capability"] == "0.1–0.5, not stated"
    assert "small" in table["East"]["assumed"]


def test_a_capability_on_the_issue_counts_before_that_in_general(opened: Opener) -> None:
    text = PLAIN + "      - {actor: south, issue: tolls, value: 1, cites: [paper ¶4]}\n"
    assert issue(opened, text)["compromise"]["value"] == pytest.approx(40)


def test_the_position_held_at_the_date_counts(opened: Opener) -> None:
    text = PLAIN.replace("salience: 1, cites", "salience: 1, date: 2025-01, cites")
    text = text.replace(
        "    capabilities:",
        "      - {actor: north, issue: tolls, value: 20, salience: 1, date: 2026, cites: [paper]}\n    capabilities:",
    )
    case = opened(text)
    now, then = (case.at(date).look("settlement").document["issues"]["tolls"] for date in (None, "2027-01-01"))
    assert now["compromise"]["value"] == pytest.approx(160 / 3)
    assert then["compromise"]["value"] == pytest.approx(40 / 3)


def test_nash_answers_only_where_no_deal_is_stated_for_all(opened: Opener) -> None:
    one = "    settlement: {parties: [{actor: north, batna: 0.3, cites: [paper ¶1]}]}\n"
    assert issue(opened, PLAIN + one)["nash"] is None
    both = one.replace("]}\n", ", {actor: south, batna: 0.3, cites: [paper ¶1]}]}\n")
    answer = issue(opened, PLAIN + both)
    # linear loss: 1 - |y-80|/100 - 0.3 and 1 - y/100 - 0.3, weights 2 and 1: -2/(y - 10) + ... = 0 at y = 50
    assert answer["nash-linear"]["value"] == pytest.approx(50)
    assert 30 < answer["nash"]["value"] < 70
    told = chapter(found(opened, PLAIN + both), "issue-tolls")
    assert any("counts on this issue alone" in statement.text for statement in told.assumptions)


def test_no_deal_that_is_too_good_for_all_to_agree_is_said(opened: Opener) -> None:
    text = PLAIN + (
        "    settlement: {parties: [{actor: north, batna: 0.9, cites: [paper ¶1]}, "
        "{actor: south, batna: [0.2, 0.9], cites: [paper ¶1]}]}\n"
    )
    told = found(opened, text)
    answer = told.document["issues"]["tolls"]
    assert answer["nash-linear"]["value"] is None
    assert answer["nash-linear"]["low"] is not None
    assert any("no place on the scale is as good as no deal" in said for said in sentences(told))


def test_two_who_weigh_issues_differently_can_swap(opened: Opener) -> None:
    told = found(opened, SWAP)
    (swap,) = told.document["exchanges"]
    assert swap["actors"] == ["south", "north"]
    assert swap["issues"] == ["tolls", "term"]
    # North holds 9 of 10 of the weight on tolls, South on the term: both outcomes move by what the other still lacks
    assert swap["shifts"] == [pytest.approx(10), pytest.approx(-0.6)]
    assert swap["gain"] == pytest.approx(0.9 * 0.1 - 0.1 * 0.1)
    assert chapter(told, "swaps").headline == (
        "South and North both gain if South moves up by 100 on “Tolls”, and North down by 6 years on “Term”."
    )


def test_a_scale_without_labels_and_with_a_unit(opened: Opener) -> None:
    told = chapter(found(opened, SWAP), "issue-term")
    assert told.headline == "On “Term” the pressures balance at 4.6 years."
    assert "pressure" not in told.statements[0].text  # said once, in the first chapter


def test_one_position_makes_no_bargain(opened: Opener) -> None:
    text = PLAIN.replace("      - {actor: south, issue: tolls, value: 0, salience: 0.5, cites: [paper ¶2]}\n", "")
    told = found(opened, text)
    assert told.document["issues"] == {}
    assert told.document["exchanges"] == []


def test_a_date_at_which_nobody_has_weight_is_a_diagnostic_at_the_line(opened: Opener) -> None:
    text = (
        HEAD
        + """
    positions:
      - {actor: north, issue: tolls, value: 80, salience: 0, date: 2025-01, cites: [paper ¶1]}
      - {actor: south, issue: tolls, value: 0, salience: 0, date: 2025-01, cites: [paper ¶2]}
      - {actor: north, issue: tolls, value: 60, salience: 1, date: 2025-06, cites: [paper ¶3]}
    """
    )
    case = opened(text)
    assert case.at().look("settlement").document["issues"]["tolls"]["compromise"]["value"] == 60
    with pytest.raises(CaseError) as caught:
        case.at("2025-03").look("settlement")
    (diagnostic,) = caught.value.diagnostics
    assert str(diagnostic).partition(":")[2].startswith("13:5: error DT610 nobody has weight on 'tolls' at this date")


def test_the_document_is_json_and_names_every_kind_of_input(opened: Opener) -> None:
    document = dict(found(opened, DOUBTFUL).document)
    assert json.loads(json.dumps(document)) == document
    assert {each["input"] for each in document["issues"]["tolls"]["hangs_on"]} <= set(KINDS)


def test_equal_positions_count_by_actor_or_merge(opened: Opener) -> None:
    """Three of four stand at 0, each as strong as a third of the one at 100: half of the support is on either side."""
    actors = "      - {id: west, name: West, kind: state}\n    issues:"
    values = {"north": 0, "south": 100, "east": 0, "west": 0}
    lines = [f"      - {{actor: {a}, issue: tolls, value: {v}, salience: 1, assumption: a}}" for a, v in values.items()]
    powers = [f"      - {{actor: {a}, value: {3 if v else 1}, assumption: a}}" for a, v in values.items()]
    text = HEAD.replace("    issues:", actors, 1)
    text += "\n".join(["    positions:", *lines, "    capabilities:", *powers, ""])
    told = found(opened, text).document["issues"]["tolls"]
    assert told["condorcet"]["value"] == pytest.approx(25)
    assert told["condorcet_merged"]["value"] == pytest.approx(50)


CAPITULATION = PLAIN.replace("salience: 0.5", "salience: 0.9")


@pytest.mark.parametrize(("preset", "mean"), [(None, 80.0), ("all-pairs", 80.0), ("blending", 80 / 1.9)])
def test_the_reading_that_is_asked_for_leads(opened: Opener, preset: str | None, mean: float) -> None:
    told = found(opened, CAPITULATION, challenge=preset)
    document = told.document["issues"]["tolls"]
    assert document["challenge"]["variant"] == preset or preset is None
    assert document["challenge"]["rounds"][0]["mean"] == pytest.approx(mean)
    assert list(document["challenges"]) == ["all-pairs", "literal", "blending"]
    assert document["challenges"]["blending"]["mean"] == pytest.approx(80 / 1.9)
    said = " ".join(sentences(told))
    assert "How the rule of the challenge model is read matters" in said
    assert "80 (votes over all pairs)" in said
    assert "42 (blending)" in said


def test_a_reading_that_does_not_exist_is_refused(opened: Opener) -> None:
    with pytest.raises(AskError, match="there is no reading 'blended'; there are all-pairs, literal, blending"):
        found(opened, CAPITULATION, challenge="blended")


def test_swaps_can_be_left_out(opened: Opener) -> None:
    told = found(opened, SWAP, exchanges=False)
    assert told.document["exchanges"] is None
    assert told.document["exchanges_count"] is None
    assert "swaps" not in [each.id for each in told.findings]
    assert found(opened, SWAP).document["exchanges_count"] == 1


def test_known_outcomes_give_a_table_of_errors_and_nothing_else(opened: Opener) -> None:
    """The compromise lies at 100 * 0.9 and at 4 + 6 * 0.1: 20 of 100 from 70, and 0 from 4.6; the middle 20 and 40."""
    known = SWAP.replace("50: half, 100: all}}}", "50: half, 100: all}}, outcome: 70}")
    known = known.replace("unit: years}}", "unit: years}, outcome: 4.6}")
    before, after = found(opened, SWAP), found(opened, known)
    errors = after.document["errors"]
    assert errors["compromise"] == {"mean_absolute": pytest.approx(10), "n": 2}
    assert errors["middle"] == {"mean_absolute": pytest.approx(30), "n": 2}
    assert set(errors) == {
        *("compromise", "median", "condorcet", "condorcet_merged", "middle"),
        *("challenge:all-pairs", "challenge:literal", "challenge:blending"),
    }
    assert before.document["errors"] is None
    assert {**after.document, "errors": None} == before.document
    assert "The outcomes are compared with the models, and enter none." in list(sentences(after))


def test_an_issue_on_which_one_actor_stands_alone_is_named(opened: Opener) -> None:
    """A model of one actor is none; an outcome that is known of such an issue is not lost without a word."""
    lone = "issues:\n      - {id: lone, name: Lone, continuum: {low: 0, high: 9}, outcome: 3}"
    held = "positions:\n      - {actor: north, issue: lone, value: 4, cites: [paper ¶1]}"
    alone = SWAP.replace("issues:", lone, 1).replace("positions:", held, 1)
    told = found(opened, alone)
    assert told.document["left_out"] == {"lone": "one actor alone holds a position with a number on “Lone”."}
    assert "Not worked out: one actor alone holds a position with a number on “Lone”." in list(sentences(told))


SHUFFLED = """
    case: {{id: demo, as_of: 2025-07-10}}
    actors: [{actors}]
    issues: [{issues}]
    positions: [{positions}]
    capabilities: [{capabilities}]
"""


@given(st.data())
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_order_of_the_case_changes_no_number(opened: Opener, data: st.DataObject) -> None:
    names, issues = ["a", "b", "c", "d"], ["i", "j", "k"]
    grid = st.sampled_from(["0", "20", "50", "[40, 60]", "80", "100"])
    share = st.sampled_from(["0.1", "0.5", "[0.2, 0.8]", "1"])
    lines = {
        "actors": [f"{{id: {name}, name: {name.upper()}, kind: state}}" for name in names],
        "issues": [f"{{id: {issue}, continuum: {{low: 0, high: 100}}}}" for issue in issues],
        "positions": [
            f"{{actor: {name}, issue: {issue}, value: {data.draw(grid)}, salience: {data.draw(share)}, assumption: a}}"
            for name in names
            for issue in issues
        ],
        "capabilities": [f"{{actor: {name}, value: {data.draw(share)}, assumption: a}}" for name in names],
    }

    def numbers(lists: dict[str, list[str]]) -> tuple[Any, set[Any]]:
        text = SHUFFLED.format(**{key: ", ".join(each) for key, each in lists.items()})
        told = found(opened, text, draws=64).document
        swaps = {
            (frozenset(zip(s["actors"], s["issues"], s["moves"], s["shifts"], strict=True)), s["gain"])
            for s in told["exchanges"]
        }
        return told["issues"], swaps

    shuffled = {key: data.draw(st.permutations(each)) for key, each in lines.items()}
    assert numbers(shuffled) == numbers(lines)


EXTREMES = st.sampled_from(["0", "[0, 1]", "0.5", "1", "{low: 0, mode: 0, high: 1}"])


@given(st.data())
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_extremes_warn_of_nothing(opened: Opener, data: st.DataObject) -> None:
    """Salience or capability zero, or perhaps zero, of anybody; one actor; equal places; huge capabilities."""
    names = ["a", "b", "c"][: data.draw(st.integers(1, 3))]
    places = st.sampled_from(["0", "50", "50", "[40, 60]", "100"])
    powers = st.sampled_from(["0", "[0, 1]", "1e-30", "1", "1e30"])
    lines = {
        "actors": [f"{{id: {name}, name: {name.upper()}, kind: state}}" for name in names],
        "issues": [f"{{id: {issue}, continuum: {{low: 0, high: 100}}}}" for issue in "ij"],
        "positions": [
            f"{{actor: {name}, issue: {issue}, value: {data.draw(places)}, salience: {data.draw(EXTREMES)}, "
            "assumption: a}"
            for name in names
            for issue in "ij"
        ],
        "capabilities": [f"{{actor: {name}, value: {data.draw(powers)}, assumption: a}}" for name in names],
    }
    case = opened(SHUFFLED.format(**{key: ", ".join(each) for key, each in lines.items()}))
    assume(not case.errors)
    with np.errstate(all="raise", under="ignore"), warnings.catch_warnings(action="error"):
        told = case.at().look("settlement", SettlementOptions(draws=32)).document
    for issue in told["issues"].values():
        assert 0 <= issue["compromise"]["value"] <= 100
