"""Games for Gambit, read back by a reader of our own that is as strict as Gambit 16.7.

Gambit itself takes minutes to build, so it is not part of the tests. By hand, pygambit 16.7.0 opened 110 invented
games of the kind below in both formats, and its ``enumpure_solve`` found Detente's Nash equilibria in every one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from tests.catalog.test_catalog import CATALOG
from tests.conftest import Opener
from tests.exports.cases import conflicts, opened
from tests.exports.gambit import read_efg, read_nfg

from detente.exports.export import ExportError
from detente.session import OpenCase, open_case


def written(case: OpenCase, to: str) -> str:
    return case.at().export(to)


@given(conflicts(games=True))
def test_pure_equilibria_are_the_nash_equilibria_where_everything_is_free(
    tmp_path_factory: pytest.TempPathFactory, conflict: dict[str, Any]
) -> None:
    case = opened(conflict, tmp_path_factory.mktemp("game"))
    document = case.at().conflict().document
    game, tree = read_nfg(written(case, "nfg")), read_efg(written(case, "efg"))

    assert len(game.table) == 16
    assert game.pure_equilibria() == set(document["equilibria"]["nash"])
    assert tree == game
    for name, payoffs in game.table.values():
        ranks = [ranks[name] for ranks in document["rank"].values()]
        best = [max(p[i] for _, p in game.table.values()) for i in range(len(payoffs))]
        assert [top - own + 1 for top, own in zip(best, payoffs, strict=True)] == ranks


@pytest.mark.parametrize("name", ["chicken", "deadlock", "matching-pennies", "stag-hunt"])
def test_games_of_the_textbooks(name: str) -> None:
    case = open_case(CATALOG / "textbook" / "two-by-two" / f"{name}.yaml")
    expected = set(case.at().conflict().document["equilibria"]["nash"])

    assert read_nfg(written(case, "nfg")).pure_equilibria() == expected
    assert read_efg(written(case, "efg")).pure_equilibria() == expected


PAIR = """
    case: {id: pair, title: 'A "quoted" \\ title – Ñandú', as_of: 2025-07-10}
    actors: [{id: north, name: "Нoрт", kind: state}, {id: south, name: "The “South”", kind: state}]
    conflict:
      decision_makers:
        - actor: north
          options: [{id: sign, text: "Sign\\tit"%s}, {id: pay, text: ქართული}, {id: again, text: ქართული}]
          preferences: {assumption: a, statements: [sign if go]}
        - {actor: south, options: [{id: go, text: Go%s}], preferences: {assumption: a, statements: [go]}}
"""


def test_labels_are_words_as_far_as_gambit_can_read_them(opened: Opener) -> None:
    game = read_nfg(written(opened((PAIR % ("", "")).replace("again, text: ქართული", "again, text: pay")), "nfg"))

    assert game.title == 'A "quoted" / title - Nandu'
    assert game.players == ["north", 'The "South"']
    assert game.strategies == [
        ["nothing", "pay", "pay (2)", "pay; pay", "Sign it", "Sign it; pay", "Sign it; pay (2)", "Sign it; pay; pay"],
        ["nothing", "Go"],
    ]
    assert game.comment == (
        "Payoffs are ordinal: bigger is better, distances mean nothing, and neither do mixed strategies."
    )


def test_the_file_by_hand(opened: Opener) -> None:
    text = PAIR.replace(", {id: pay, text: ქართული}, {id: again, text: ქართული}", "") % ("", "")
    case = opened(text)

    assert written(case, "nfg").splitlines()[2:] == [
        "{",
        '{ "nothing" "Sign it" }',
        '{ "nothing" "Go" }',
        "}",
        '"Payoffs are ordinal: bigger is better, distances mean nothing, and neither do mixed strategies."',
        "",
        "{",
        '{ "NN" 1, 0 }',
        '{ "NY" 0, 1 }',
        '{ "YN" 1, 0 }',
        '{ "YY" 1, 1 }',
        "}",
        "1 3 2 4",
    ]
    assert written(case, "efg").splitlines()[3:] == [
        'p "" 1 1 "What north does" { "nothing" "Sign it" } 0',
        'p "" 2 1 "What The \\"South\\" does" { "nothing" "Go" } 0',
        't "" 1 "NN" { 1, 0 }',
        't "" 2 "NY" { 0, 1 }',
        'p "" 2 1 "What The \\"South\\" does" { "nothing" "Go" } 0',
        't "" 3 "YN" { 1, 0 }',
        't "" 4 "YY" { 1, 1 }',
    ]


ONE_WAY = [
    ("status_quo: []", ["NN", "NY", "YN", "YY"]),
    ("status_quo: [sign]", ["YN", "YY"]),
    ("status_quo: [go]", ["NN", "NY", "YN", "YY"]),
]


@pytest.mark.parametrize(("quo", "states"), ONE_WAY, ids=[quo for quo, _ in ONE_WAY])
def test_one_way_options_are_chosen_from_the_status_quo(quo: str, states: list[str], opened: Opener) -> None:
    text = PAIR.replace(", {id: pay, text: ქართული}, {id: again, text: ქართული}", "")
    text = text % (", direction: take-only", "") + f"      {quo}\n"
    game = read_nfg(written(opened(text), "nfg"))

    assert sorted(name for name, _ in game.table.values()) == states
    assert game.comment.endswith("Everybody chooses once, from the status quo; some options can change only one way.")


def test_an_option_that_was_dropped_for_good_is_no_choice(opened: Opener) -> None:
    text = PAIR.replace(", {id: pay, text: ქართული}, {id: again, text: ქართული}", "")
    game = read_nfg(written(opened(text % (", direction: drop-only", "") + "      status_quo: []\n"), "nfg"))

    assert game.strategies == [["nothing"], ["nothing", "Go"]]


REFUSALS = [
    ("      infeasible: [sign and pay]\n", None),
    ("      infeasible: [not sign and pay and not go]\n", 'this one cannot: north: pay; The "South": nothing'),
    ("      infeasible: [sign and go, pay and go]\n", 'this one cannot: north: pay; The "South": Go'),
]


@pytest.mark.parametrize(("rules", "message"), REFUSALS, ids=["own", "two", "first"])
def test_a_combination_that_cannot_be_is_named(rules: str, message: str | None, opened: Opener) -> None:
    """What one alone cannot combine is no choice of its own; what two together cannot makes it no game."""
    case = opened(PAIR.replace(", {id: again, text: ქართული}", "") % ("", "") + rules)

    if message is None:
        assert read_nfg(written(case, "nfg")).strategies[0] == ["nothing", "pay", "Sign it"]
    else:
        for to in ("nfg", "efg"):
            with pytest.raises(ExportError) as caught:
                written(case, to)
            assert str(caught.value) == f"in a game every combination of choices can be, but here {message}"


def test_one_way_options_need_a_status_quo(opened: Opener) -> None:
    with pytest.raises(ExportError, match=r"'Sign.it' can change only one way, .* on a status quo; state one"):
        written(opened(PAIR % (", direction: take-only", "")), "nfg")


def test_a_closed_option_is_not_chosen(opened: Opener) -> None:
    game = read_nfg(written(opened(PAIR % (", available: false", "")), "nfg"))

    assert game.strategies == [["nothing", "again", "pay", "pay; again"], ["nothing", "Go"]]


def test_graphs_and_merged_states_are_no_games(opened: Opener) -> None:
    graph = CATALOG / "group-decision-and-negotiation" / "kilgour-hipel-2005" / "elmira.yaml"
    merged = (PAIR % ("", "")).replace("[sign if go]", "[]").replace("[go]", "[]") + '      coalesce: ["---Y"]\n'
    for case in (open_case(Path(graph)), opened(merged)):
        with pytest.raises(ExportError, match="this conflict is a graph of states, or merges states"):
            written(case, "nfg")
