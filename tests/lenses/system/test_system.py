"""The system lens on a region of three conditions that a hand can work out."""

from __future__ import annotations

from typing import Any

import pytest
from tests.conformance.test_documents import validate
from tests.conftest import Opener

from detente.findings import Finding, Findings
from detente.lenses.look import AskError
from detente.lenses.system.options import SystemOptions
from detente.methods.system import succession
from detente.session import OpenCase

CASE = """
case: {id: valley, title: The valley, as_of: 2025-06-01}
sources: [{id: gazette, title: Gazette, kind: newspaper}]
system:
  descriptors:
    - id: talks
      name: The talks
      states: [{id: shut, text: Nobody talks}, {id: open, text: They talk}]
      history: [{is: open, from: 2019-01, cites: [gazette ¶1]}, {is: shut, from: 2024-03-01, cites: [gazette ¶2]}]
    - id: guards
      name: The guards
      pace: slow
      states: [{id: armed, text: They carry arms}, {id: unarmed, text: They carry none}]
      history: [{is: armed, from: 2019-01, cites: [gazette ¶1]}]
    - id: drought
      name: The drought
      kind: context
      states: [{id: none, text: There is rain}, {id: long, text: It is dry}]
      history: [{is: none, from: 2019-01, assumption: as every year}, {is: long, from: 2025-01, cites: [gazette ¶3]}]
  impacts:
    - {from: drought.long, on: talks.open, effect: 2, why: Both need the same well, cites: [gazette ¶3]}
    - {from: talks.open, on: guards.unarmed, effect: [0, 1], why: Guards who know each other, cites: [gazette ¶4]}
    - {from: talks.open, on: guards.armed, effect: -1, assumption: as elsewhere}
  shocks:
    - {id: meeting, name: They meet, set: {talks: open}, cites: [gazette ¶5]}
    - {id: rain, name: It rains, set: {drought: none}, for: held, assumption: it may}
"""
"""The drought presses for talks, by 2. Talks make the guards lay down arms by 1 or 2, of which they stand 1."""


def document(case: OpenCase, **asked: Any) -> Any:
    return case.at().look("system", SystemOptions(**asked)).document


def finding(found: Findings, name: str) -> Finding:
    return next(each for told in found.chapters for each in told.findings if each.id == name)


def test_what_pushes_the_region(opened: Opener) -> None:
    now = document(opened(CASE))["now"]

    assert now["states"] == {"talks": "shut", "guards": "armed", "drought": "long"}
    assert now["consistent"] is False
    assert now["pressures"] == [
        {
            "descriptor": "talks",
            "toward": "open",
            "by": 2,
            "forced": False,
            "because": [{"from": "drought.long", "on": "talks.open", "effect": 2}],
        }
    ]


def test_where_shocks_lead_is_counted_over_draws(opened: Opener) -> None:
    """Half of the draws have the guards under a pressure of 2, more than they stand, whatever the rule."""
    shocks = document(opened(CASE))["shocks"]

    for rule in ("global", "incremental", "local"):
        ends = {(each["states"]["guards"], each["states"]["talks"]): each["share"] for each in shocks["meeting"][rule]}
        assert ends == {("armed", "open"): 0.5, ("unarmed", "open"): 0.5}
        assert shocks["rain"][rule] == [
            {"states": {"talks": "shut", "guards": "armed", "drought": "none"}, "share": 1.0}
        ]
    assert shocks["meeting"]["undecided"] == ["guards"]
    assert shocks["rain"]["undecided"] == []


def test_one_rule_and_cited_effects_only(opened: Opener) -> None:
    """Without what is assumed the guards are pressed by 1 at most, which they stand."""
    shocks = document(opened(CASE), rule="local", cited_only=True)["shocks"]

    assert set(shocks["meeting"]) == {"local", "undecided"}
    assert [each["states"]["guards"] for each in shocks["meeting"]["local"]] == ["armed"]


def test_configurations_that_hold_themselves_up(opened: Opener) -> None:
    """With the drought only talks hold; the guards are pressed by 1 then, which half of the draws make 2."""
    found = document(opened(CASE))

    assert (found["count"], found["complete"]) == (6, True)
    shares = {tuple(each["states"].values()): each["share"] for each in found["consistent"]}
    assert {each for each in shares if each[2] == "long"} == {("open", "armed", "long"), ("open", "unarmed", "long")}
    assert shares["open", "armed", "long"] == 0.5
    assert shares["open", "unarmed", "long"] == 1.0


def test_the_region_at_the_dates_of_its_changes(opened: Opener) -> None:
    dates = document(opened(CASE))["dates"]

    assert [(each["date"], *each["states"].values()) for each in dates] == [
        ("2019-01-31", "open", "armed", "none"),
        ("2024-03-01", "shut", "armed", "none"),
        ("2025-01-31", "shut", "armed", "long"),
    ]
    assert [[pressed["descriptor"] for pressed in each["pressures"]] for each in dates] == [[], [], ["talks"]]


def test_what_is_said(opened: Opener) -> None:
    found = opened(CASE).at().look("system")
    region, shocks = finding(found, "region"), finding(found, "shocks")

    assert region.headline == (
        "Under pressure in the model: The talks. Of 3 conditions of the region 2 are otherwise than in January 2019."
    )
    assert [each.text for each in region.statements] == [
        "The talks: Pressure from “Nobody talks” to “They talk”: Both need the same well.",
        "The model sees nothing pushed before today. Whoever made these judgements knew what came next.",
    ]
    assert [str(cite) for cite in region.statements[0].cites] == ["gazette ¶3"]
    conditions, _, history, *_ = finding(found, "web").tables
    assert [row.cells for row in conditions.rows][1] == ("The guards", "setting, slow", "They carry arms", None)
    assert ("The guards", "They carry arms", "2019-01") in [row.cells for row in history.rows]
    assert shocks.headline == "By these judgements, of 2 shocks 1 would move more than is forced and 1 would not."
    assert [row.cells for row in shocks.tables[0].rows] == [
        ("Nothing is forced", "The talks: They talk", "The guards"),
        ("They meet", "nothing more", "nothing"),
        ("It rains", "The talks: Nobody talks; The guards: They carry arms", "nothing"),
    ]


def test_a_region_of_which_a_state_is_not_known(opened: Opener) -> None:
    found = opened(CASE.replace("{is: shut, from: 2024-03-01", "{is: shut, from: 2025")).at().look("system")

    assert found.document["now"] == {
        "states": {"talks": None, "guards": "armed", "drought": "long"},
        "consistent": None,
        "pressures": [],
    }
    assert (found.document["alone"], found.document["shocks"]) == (None, {})
    assert "cannot be said" in finding(found, "region").headline
    assert "The talks" in finding(found, "region").statements[0].text


def test_coders_who_agree_and_who_do_not(opened: Opener) -> None:
    """One effect has the same sign with both; of another one says something, the other nothing."""
    two = "\n".join(
        f"    - {{from: talks.open, on: guards.unarmed, effect: {effect}, coder: {coder}, assumption: so}}"
        for coder, effect in (("ann", 1), ("ben", 2))
    )
    two += "\n    - {from: drought.long, on: guards.armed, effect: -1, coder: ben, assumption: so}\n"
    text = CASE.replace(
        "    - {from: talks.open, on: guards.unarmed, effect: [0, 1]",
        f"{two}    - {{from: talks.shut, on: guards.unarmed, effect: [0, 1]",
    )
    agreed = document(opened(text))["coders"]

    assert (agreed["pairs"], agreed["same_sign"]) == (2, 0.5)
    assert document(opened(CASE))["coders"] is None
    assert finding(opened(text).at().look("system"), "coders").headline == (
        "Two coders agree on the sign of 50 per cent of the effects that one of them at least has judged."
    )
    third = "    - {from: drought.none, on: guards.armed, effect: 1, coder: cam, assumption: so}\n  shocks:"
    more = finding(opened(text.replace("  shocks:", third)).at().look("system"), "coders")
    assert more.headline.endswith("; of more than two coders that is the mean over all couples.")


def test_options_are_refused() -> None:
    with pytest.raises(AskError, match="expected global, incremental, local, got 'all'"):
        SystemOptions(rule="all")  # type: ignore[arg-type]
    with pytest.raises(AskError):
        SystemOptions(draws=0)


def test_what_a_shock_holds_up_is_told_though_nothing_moves(opened: Opener) -> None:
    """Without uncertain effects: left alone the guards would lay down arms; rain keeps them as they are."""
    shocks = finding(opened(CASE.replace("effect: [0, 1]", "effect: 1")).at().look("system"), "shocks")

    assert [row.cells for row in shocks.tables[0].rows] == [
        ("Nothing is forced", "The talks: They talk; The guards: They carry none", "nothing"),
        ("They meet", "nothing more", "nothing"),
        ("It rains", "The talks: Nobody talks; The guards: They carry arms", "nothing"),
    ]


def test_what_hangs_on_draws_is_told_with_its_share(opened: Opener) -> None:
    """Of the bounds 0 to 2 one third leaves the guards as they are, and two thirds move them."""
    shocks = finding(opened(CASE.replace("effect: [0, 1]", "effect: [0, 2]")).at().look("system"), "shocks")

    first = shocks.tables[0].rows[0].cells
    assert first[1] == "The talks: They talk; The guards: They carry none (in 67 of 100 trials or more)"


def test_every_judgement_can_be_looked_up(opened: Opener) -> None:
    web = finding(opened(CASE).at().look("system"), "web")
    table = next(each for each in web.tables if each.id == "effects")
    effects = {row.cells[:3]: str(row.cites[0]) if row.cites else row.assumption for row in table.rows}

    assert table.caption == "What each does to the others; inferred where nothing else is said"
    assert effects["The drought: It is dry", "The talks: They talk", "+2"] == "gazette ¶3"
    assert effects["The talks: They talk", "The guards: They carry none", "0 to +1"] == "gazette ¶4"
    assert effects["The talks: They talk", "The guards: They carry arms", "−1, assumed"] == "as elsewhere"


def test_coders_judge_side_by_side(opened: Opener) -> None:
    """What several say of one pair is one row; what rests on another assumption is one of its own."""
    pair = "from: drought.long, on: talks.open"
    judged = (
        f"    - {{{pair}, effect: 2, coder: one, why: A well, cites: [gazette ¶3]}}\n"
        f"    - {{{pair}, effect: -1, coder: two, why: A feud, assumption: as elsewhere}}\n"
        f"    - {{{pair}, effect: 3, coder: three, why: A spring, assumption: as before}}\n"
    )
    impacts = CASE[CASE.index("  impacts:") : CASE.index("  shocks:")]
    web = finding(opened(CASE.replace(impacts, f"  impacts:\n{judged}")).at().look("system"), "web")
    table = next(each for each in web.tables if each.id == "effects")

    assert [each.title for each in table.columns[2:]] == [
        "Effect [−3 to 3], by one",
        "Effect [−3 to 3], by two",
        "Effect [−3 to 3], by three",
        "Why",
    ]
    assert [row.cells[2:] for row in table.rows] == [
        ("+2, inferred", "−1", None, ("A well", "A feud")),
        (None, None, "+3", ("A spring",)),
    ]
    assert [row.assumption for row in table.rows] == ["as elsewhere", "as before"]


def test_the_document_fits_its_schema(opened: Opener) -> None:
    for text in (CASE, CASE.replace("{is: shut, from: 2024-03-01", "{is: shut, from: 2025")):
        validate(opened(text).at().look("system").document)


def test_one_judgement_that_decides_is_told(opened: Opener) -> None:
    """An effect of 1 that were 0 would press nobody; one of 2 has to change by more."""
    found = finding(
        opened(CASE.replace("on: talks.open, effect: 2", "on: talks.open, effect: 1")).at().system(), "deciding"
    )
    none = finding(opened(CASE).at().system(), "deciding")

    assert [row.cells for row in found.tables[0].rows] == [
        ("The drought: It is dry", "The talks: They talk", "0, not +1", "The talks towards “They talk” is under none")
    ]
    assert found.headline == "1 judgement would change what is under pressure, were it one step stronger or weaker."
    assert none.headline == "No single judgement, one step stronger or weaker, changes what is under pressure."


def test_what_holds_only_since_later_pushed_nothing_before(opened: Opener) -> None:
    """Of two reasons to talk one is of 2025, and a state that is closed since then could be held before."""
    more = "    - {from: guards.armed, on: talks.open, effect: 1, since: 2025-03, assumption: x}\n"
    text = CASE.replace("  shocks:", more + "  shocks:").replace(
        "{id: armed, text: They carry arms}",
        "{id: armed, text: They carry arms, closed: {why: a law, from: 2025-03, assumption: x}}",
    )
    dates = document(opened(text))["dates"]

    assert [[(each["descriptor"], each["by"], each["forced"]) for each in at["pressures"]] for at in dates] == [
        [],
        [],
        [("talks", 2, False)],
    ]
    now = document(opened(text))["now"]["pressures"]
    assert [(each["descriptor"], each["by"], each["forced"]) for each in now] == [
        ("guards", 0, True),
        ("talks", 3, False),
    ]


def test_the_order_of_conditions_and_states_does_not_matter_to_draws(opened: Opener) -> None:
    """Two effects are uncertain; luck goes by their names."""
    text = CASE.replace("effect: -1, assumption: as elsewhere", "effect: [-2, 0], assumption: as elsewhere")
    talks, guards, drought = (
        part for part in text.partition("  descriptors:\n")[2].partition("  impacts:")[0].split("    - id: ")[1:]
    )
    turned = "".join(f"    - id: {part}" for part in (drought, guards, talks))
    turned = turned.replace(
        "[{id: armed, text: They carry arms}, {id: unarmed, text: They carry none}]",
        "[{id: unarmed, text: They carry none}, {id: armed, text: They carry arms}]",
    )
    first, _, rest = text.partition("  descriptors:\n")
    other = f"{first}  descriptors:\n{turned}  impacts:{rest.partition('  impacts:')[2]}"

    one, two = (
        document(opened(text), draws=100)["shocks"]["meeting"],
        document(opened(other), draws=100)["shocks"]["meeting"],
    )
    for rule in ("global", "local"):
        assert {each["states"]["guards"]: each["share"] for each in one[rule]} == {
            each["states"]["guards"]: each["share"] for each in two[rule]
        }


def test_half_of_the_draws_are_not_most(opened: Opener) -> None:
    """The ends of ties count in thirds and halves, which floating-point numbers do not add up to a half."""
    third = "    - {id: road, name: The road, states: [{id: a}, {id: b}, {id: c}], history: [{is: a, assumption: x}]}\n"
    text = CASE.replace("  impacts:", third + "  impacts:")
    text = text.replace(
        "  shocks:",
        "".join(f"    - {{from: talks.open, on: road.{each}, effect: 1, assumption: x}}\n" for each in "bc")
        + "  shocks:",
    )
    assert document(opened(text))["shocks"]["meeting"]["undecided"] == ["guards", "road"]


def test_a_region_that_has_nowhere_to_go(opened: Opener) -> None:
    closed = "closed: {why: a law, assumption: x}"
    text = CASE.replace("{id: armed, text: They carry arms}", f"{{id: armed, {closed}}}")
    text = text.replace("{id: unarmed, text: They carry none}", f"{{id: unarmed, {closed}}}").replace(
        "effect: 2, why", "effect: 0, why"
    )
    found = opened(text).at().system()
    assert found.document["now"]["consistent"] is False
    said = "In the model, the region cannot stay as it is, and it has nowhere to go."
    assert finding(found, "region").headline.startswith(said)


def test_what_was_so_at_first_needs_no_date(opened: Opener) -> None:
    text = CASE.replace("{is: open, from: 2019-01, cites: [gazette ¶1]}", "{is: open, cites: [gazette ¶1]}")
    dates = document(opened(text))["dates"]
    assert [each["states"]["talks"] for each in dates] == ["open", "shut", "shut"]


def test_of_too_many_ways_to_follow_the_rest_is_still_told(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(succession, "MOST_MOVES_IN_ALL", 1)
    found = opened(CASE).at().look("system")

    assert (found.document["alone"], found.document["shocks"]) == (None, {})
    assert finding(found, "shocks").headline.startswith("There are too many ways that the region could go")
    assert finding(found, "region").headline.startswith("Under pressure in the model: The talks. ")
    assert {"deciding", "configurations", "web"} <= {each.id for told in found.chapters for each in told.findings}
