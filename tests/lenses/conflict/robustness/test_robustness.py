"""Robustness and the order of equilibria, derived by hand.

North can give, South can open; states are NN, NY, YN, YY. North wants the way open and then not to give:
NY, YY, NN, YN from best to worst. South wants it open exactly if North gives: NN and YY before NY and YN.
Nobody leaves NN. From YY North would go to NY, but South would close again, and NN is worse for North: SSEQ.
At NY South would close, and fears only that North then gives, against its own wish: GMR. From YN North goes
to NN for good.

Four changes. North's wishes swapped: at YY it would rather be at NN, so nothing deters it. Without its first
wish likewise. Without its second, NY is no gain, and YY is Nash. South without its wish stays everywhere; then
what deters North at YY is an answer from which South no longer gains: SMR.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.test_commands import run
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows

from detente.lenses.conflict.options import ConflictOptions
from detente.lenses.conflict.robustness import survival
from detente.lenses.look import AskError

CASE = """
    case: {id: demo, as_of: 2025-07-10}
    sources: [{id: paper, title: A paper}]
    actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
    conflict:
      decision_makers:
        - actor: north
          options: [{id: give, text: Give way}]
          preferences:
            statements: [{id: trade, when: open, cites: [paper ¶1]}, {when: not give, cites: [paper ¶2]}]
        - actor: south
          options: [{id: open, text: Open}]
          preferences: {statements: [{when: open iff give, cites: [paper ¶3]}]}
      status_quo: []
      named_states: {deal: [give, open], gift: [open]}
"""


def robust(opened: Opener, text: str = CASE, **asked: Any) -> dict[str, Any]:
    found: dict[str, Any] = opened(text).at().look("conflict", ConflictOptions(robust=True, **asked)).document["robust"]
    return found


def test_the_survival_table_counts_what_each_equilibrium_survives(opened: Opener) -> None:
    found = robust(opened)

    assert [(each["by"], each["change"], each["statements"]) for each in found["changes"]] == [
        ("north", "swap", ["trade", "2"]),
        ("north", "remove", ["trade"]),
        ("north", "remove", ["2"]),
        ("south", "remove", ["1"]),
    ]
    assert found["survival"]["nash"] == {"NN": 4}
    assert found["survival"]["sseq"] == {"NN": 4, "YY": 1}
    assert found["survival"]["smr"] == {"NN": 4, "YY": 2}
    assert found["survival"]["gmr"] == {"NN": 4, "NY": 4, "YY": 2}


def test_each_change_lists_what_it_undoes_and_what_it_brings_about(opened: Opener) -> None:
    swap, _, generous, idle = robust(opened)["changes"]

    assert (swap["lost"]["seq"], swap["gained"]["seq"]) == (["YY"], [])
    assert (generous["lost"]["nash"], generous["gained"]["nash"]) == ([], ["YY"])
    assert idle["gained"]["nash"] == ["NY"]


def test_above_max_states_the_table_holds_the_first_ones(opened: Opener) -> None:
    found = robust(opened, max_states=1)

    assert found["survival"]["nash"] == {"NN": 4}
    assert found["changes"][0]["lost"]["seq"] == {"count": 1, "first": ["YY"]}


def test_the_chapter_says_what_would_undo_what_was_asked_about(opened: Opener) -> None:
    found = chapter(opened(CASE).at().conflict(), "robustness")

    assert found.headline == (
        "Some of 4 small changes of what one of them wants would undo deal; none would undo the status quo or gift."
    )
    quo, deal, gift = rows(found, "survival")
    assert (quo["holds"], quo["survives"], quo["ends"]) == ("Nash", 4, "never")
    assert (deal["holds"], deal["survives"], deal["changes"]) == ("SSEQ", 1, 4)
    assert deal["ends"] == (
        "North put its wish 2 (not “Give way”) before its wish 1 (“Open”)",
        "North gave up its wish 1 (“Open”)",
        "South gave up its wish 1 (“Open” iff “Give way”)",
    )
    assert deal["strengthens"] == ("North gave up its wish 2 (not “Give way”)",)
    assert (gift["holds"], gift["survives"]) == ("GMR", 4)
    assert gift["strengthens"] == ("South gave up its wish 1 (“Open” iff “Give way”)",)


def test_changes_are_listed_by_what_they_do_to_the_outcomes_asked_about(opened: Opener) -> None:
    table = rows(chapter(opened(CASE).at().conflict(), "robustness"), "deciding")

    assert [(row["weaker"], row["stronger"]) for row in table] == [
        (("deal",), ("gift",)),
        ("none", ("deal",)),
        (("deal",), "none"),
        (("deal",), "none"),
    ]
    assert table[0]["change"] == "South gave up its wish 1 (“Open” iff “Give way”)"


def test_ranked_groups_change_places_and_weights_are_taken_away(opened: Opener) -> None:
    ranked = CASE.replace(
        "{statements: [{when: open iff give, cites: [paper ¶3]}]}", "{assumption: a, ranking: [[NN, YY], [NY, YN]]}"
    )
    weighed = CASE.replace(
        "{statements: [{when: open iff give, cites: [paper ¶3]}]}", "{assumption: a, weights: {open: -1, give: 2}}"
    )

    changes = [each for each in robust(opened, ranked)["changes"] if each["by"] == "south"]
    assert [(each["change"], each["statements"]) for each in changes] == [("swap", ["1", "2"])]
    changes = [each for each in robust(opened, weighed)["changes"] if each["by"] == "south"]
    assert [(each["change"], each["statements"]) for each in changes] == [("remove", ["give"]), ("remove", ["open"])]
    told = [row["change"] for row in rows(chapter(opened(weighed).at().conflict(), "robustness"), "deciding")]
    assert "South gave up its weight on “Open”" in told


def test_nothing_to_vary_gives_an_empty_table(opened: Opener) -> None:
    text = CASE.replace(
        "            statements: [{id: trade, when: open, cites: [paper ¶1]}, {when: not give, cites: [paper ¶2]}]",
        "            {statements: []}",
    )
    text = text.replace("{statements: [{when: open iff give, cites: [paper ¶3]}]}", "{statements: []}")
    sight = opened(text).at()

    assert sight.look("conflict", ConflictOptions(robust=True)).document["robust"] == {"changes": [], "survival": {}}
    assert "robustness" not in [found.id for found in sight.conflict().findings]


def test_equilibria_stand_in_order(opened: Opener) -> None:
    places = opened(CASE).at().conflict().document["ranking"]

    assert [(each["state"], each["place"], each["concepts"], each["survives"]) for each in places] == [
        ("NN", 1, 5, 4),
        ("YY", 2, 4, 1),
        ("NY", 3, 1, 4),
    ]
    assert [each["reachable"] for each in places] == [True, False, False]
    assert [each["better_for"] for each in places] == [[], ["north"], ["north"]]
    assert [each["worse_for"] for each in places] == [[], [], ["south"]]
    assert [each["joint_improvement"] for each in places] == [False] * 3
    assert [each["outdone"] for each in places] == [
        True,
        False,
        False,
    ]  # YY is better than NN for North, no worse for South


def test_without_a_status_quo_nothing_is_better_or_reached(opened: Opener) -> None:
    places = opened(CASE.replace("status_quo: []", "")).at().conflict().document["ranking"]

    assert [each["reachable"] for each in places] == [None] * 3
    assert {tuple(each["better_for"]) for each in places} == {()}


def test_the_page_says_how_the_order_is_made_and_where_named_outcomes_stand(opened: Opener) -> None:
    found = chapter(opened(CASE).at().conflict(), "equilibria")

    said = [each.text for each in found.statements]
    at = said.index("Places of the outcomes asked about, among 3 equilibria: deal 2 and gift 3.")
    assert said[at + 1].startswith("The order: first those that gains lead to from the status quo, then")
    assert [row["place"] for row in rows(found, "equilibria")] == [1, 2, 3]


@pytest.mark.parametrize("asked", [[], ["--robust"]])
def test_the_command_adds_the_table_only_when_asked(asked: list[str], tmp_path: Path) -> None:
    (tmp_path / "demo.yaml").write_text(CASE.replace("\n    ", "\n"), encoding="utf-8")
    result = run("conflict", str(tmp_path / "demo.yaml"), "--json", *asked)

    assert ("robust" in json.loads(result.stdout)) is bool(asked)


def test_too_many_states_are_refused_when_asked_for_and_left_out_when_not(
    opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    sight = opened(CASE).at()
    monkeypatch.setattr(survival, "MOST_ASKED", 31)  # 4 changes over 4 states, at which two may answer each other
    with pytest.raises(AskError, match=r"4 small changes.*come to 32 answers, and at most 31 .* up to 1 option fit"):
        sight.look("conflict", ConflictOptions(robust=True))

    monkeypatch.setattr(survival, "MOST_ASKED", 32)
    assert len(robust(opened)["changes"]) == 4
    monkeypatch.setattr(survival, "MOST_WORK", 31)
    assert "robustness" not in [found.id for found in sight.conflict().findings]


def test_what_is_said_to_fit_does(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four decision makers answer each other in twelve ways: 12 changes over 16 states make 2,304 answers."""
    monkeypatch.setattr(survival, "MOST_ASKED", 1152)
    with pytest.raises(AskError, match=r"12 small changes of what 4 decision makers .* 16 states, come to 2,304"):
        robust(opened, crowd(4, 2))
    with pytest.raises(AskError, match="with as many wishes up to 3 options fit"):
        robust(opened, crowd(4, 2))
    assert len(robust(opened, crowd(3, 2))["changes"]) == 9  # fewer may answer, and want less


def crowd(makers: int, wishes: int) -> str:
    """Return the text of a conflict in which each of so many has one option and so many wishes."""
    actors = "".join(f"      - {{id: d{i}, name: D{i}, kind: state}}\n" for i in range(makers))
    wanted = ", ".join(f"o{(k + 1) % makers} or o{k}" for k in range(wishes))
    decide = "".join(
        f"        - {{actor: d{i}, options: [{{id: o{i}}}], preferences: {{statements: [{wanted}]}}}}\n"
        for i in range(makers)
    )
    head = f"    case: {{id: crowd, as_of: 2025-07-10}}\n    actors:\n{actors}"
    return f"{head}    conflict:\n      assumption: made up\n      decision_makers:\n{decide}"


def test_a_long_search_tells_how_far_it_is(opened: Opener) -> None:
    told: list[int] = []
    opened(CASE).at().look("conflict", ConflictOptions(robust=True, progress=told.append))

    assert told == [4] * 4
