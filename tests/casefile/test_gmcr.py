"""Files of GMCR+, written here by hand from the description of the format, as cases."""

from __future__ import annotations

import json
import pickle
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st
from tests.case_text import marked
from tests.exports import gmcr_plus

from detente.case.conflict import Conflict, Statement
from detente.diagnostics import Diagnostic
from detente.session import CaseError, OpenCase, open_case
from detente.session.making.starting import start

WATER: dict[str, Any] = {
    "options": [
        {"name": "Modify the order", "permittedDirection": "both"},
        {"name": "Delay the appeal", "permittedDirection": "both"},
        {"name": 'Accept it "as is"', "permittedDirection": "fwd"},
        {"name": "Abandon the plant", "permittedDirection": "fwd"},
        {"name": "Insist", "permittedDirection": "back"},
    ],
    "decisionMakers": [
        {
            "name": "Ministry",
            "options": [0],
            "preferences": [
                [[3, "N"]],
                [[2, "Y"], [0, "N"]],
                {"compound": True, "members": [[[1, "N"]], [[0, "Y"], [4, "N"]]]},
            ],
        },
        {
            "name": "Plant",
            "options": [1, 2, 3],
            "preferences": [{"compound": True, "members": [[[0, "N"]], [[2, "Y"]]]}],
        },
        {"name": "Municipality", "options": [4], "preferences": [[[4, "Y"]]]},
    ],
    "infeasibles": [[[1, "Y"], [2, "Y"]], {"compound": True, "members": [[[1, "Y"], [3, "Y"]], [[2, "Y"], [3, "Y"]]]}],
    "coalitions": [],
}


def imported(content: Any, folder: Path, name: str = "water.gmcr") -> tuple[OpenCase, tuple[Diagnostic, ...]]:
    """Import a file that holds ``content``; return the case, and what was said about the file."""
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    said = start(folder / "made", str(path))
    return open_case(folder / "made"), said


def conflict_of(case: OpenCase) -> Conflict:
    """Return the conflict that a case must have."""
    assert case.case.conflict is not None
    return case.case.conflict


def stated(conflict: Conflict) -> list[Statement]:
    """Return every preference statement."""
    preferences = [maker.preferences for maker in conflict.decision_makers if maker.preferences is not None]
    return [item for each in preferences for item in each.statements or ()]


def test_a_conflict_becomes_a_case_that_passes_every_check(tmp_path: Path) -> None:
    case, said = imported(WATER, tmp_path)
    conflict = case.case.conflict

    assert (case.diagnostics, said) == ((), ())
    assert conflict is not None
    assert [[option.id for option in maker.options] for maker in conflict.decision_makers] == [
        ["modify-the-order"],
        ["delay-the-appeal", "accept-it-as-is", "abandon-the-plant"],
        ["insist"],
    ]
    plant, insist = conflict.decision_makers[1], conflict.decision_makers[2].options[0]
    assert [option.text for option in plant.options] == ["Delay the appeal", 'Accept it "as is"', "Abandon the plant"]
    assert [option.direction for option in (*plant.options, insist)] == ["both", "take-only", "take-only", "drop-only"]
    assert [item.when for item in stated(conflict)] == [
        "not abandon-the-plant",
        "accept-it-as-is and not modify-the-order",
        "not delay-the-appeal or (modify-the-order and not insist)",
        "not modify-the-order or accept-it-as-is",
        "insist",
    ]
    assert [rule.when for rule in conflict.infeasible] == [
        "delay-the-appeal and accept-it-as-is",
        "(delay-the-appeal and abandon-the-plant) or (accept-it-as-is and abandon-the-plant)",
    ]


def test_the_first_statement_weighs_most_and_states_are_as_by_hand(tmp_path: Path) -> None:
    """Ranks by the rule of the format, added up here: statement k of n weighs 2**(n-k)."""
    case, _ = imported(WATER, tmp_path)
    document = case.at().conflict().document
    order = [0, 1, 2, 3, 4]  # the case has the options in the order of the file

    def taken(state: str) -> set[int]:
        return {k for k, mark in zip(order, state, strict=True) if mark == "Y"}

    def true(term: list[list[Any]], state: str) -> bool:
        return all((k in taken(state)) == (mark == "Y") for k, mark in term)

    def weight(maker: dict[str, Any], state: str) -> int:
        stated = [item["members"] if isinstance(item, dict) else [item] for item in maker["preferences"]]
        truths = [any(true(term, state) for term in terms) for terms in stated]
        return sum(2 ** (len(truths) - k) for k, truth in enumerate(truths, 1) if truth)

    assert document["states"]["count"] == 16
    for maker, ranks in zip(WATER["decisionMakers"], document["rank"].values(), strict=True):
        levels = sorted({weight(maker, state) for state in ranks}, reverse=True)
        assert ranks == {state: levels.index(weight(maker, state)) + 1 for state in ranks}


def test_nothing_pretends_to_be_cited(tmp_path: Path) -> None:
    case, _ = imported(WATER, tmp_path)

    for item in stated(conflict_of(case)):
        assert (item.cites, item.assumption) == ((), "imported from water.gmcr; no source stated")
    assert [actor.kind for actor in case.case.actors] == ["organisation"] * 3
    assert {actor.assumption for actor in case.case.actors} == {
        "imported from water.gmcr, which does not say what kind of actor this is; correct 'kind'"
    }
    assert "states no dates, sources, reasons or status quo" in str(case.case.case.note)


RANKED: dict[str, Any] = {
    "options": [{"name": f"o{k}", "permittedDirection": "both"} for k in range(3)],
    "decisionMakers": [
        {"name": "North", "options": [0, 1], "preferences": [], "preferenceRanking": [3, [1, 4], 2]},
        {"name": "South", "options": [2], "preferences": [[[2, "Y"]]], "preferenceVector": [[2, 1], [4, 3]]},
    ],
    "infeasibles": [[[1, "Y"]]],
    "useManualPreferenceRanking": True,
    "program": "gmcr-py",
    "version": "0.3.13",
}


@pytest.mark.parametrize("flag", ["useManualPreferenceRanking", "useManualPreferenceVectors"])
def test_a_ranking_numbers_the_feasible_states(flag: str, tmp_path: Path) -> None:
    """By hand: without option 1 there are NNN = 1, YNN = 2, NNY = 3, YNY = 4."""
    content = {key: value for key, value in RANKED.items() if "Manual" not in key} | {flag: True}
    case, said = imported(content, tmp_path)

    assert [(d.code, d.message) for d in said] == [
        ("DT034", "decisionMakers[1].preferences: the statements are left out: in this file rankings count")
    ]
    assert case.at().conflict().document["rank"] == {
        "north": {"NNY": 1, "NNN": 2, "YNY": 2, "YNN": 3},
        "south": {"NNN": 1, "YNN": 1, "NNY": 2, "YNY": 2},
    }


def test_without_the_flag_rankings_do_not_count(tmp_path: Path) -> None:
    case, said = imported(RANKED | {"useManualPreferenceRanking": False}, tmp_path)

    assert [(d.code, d.message) for d in said if d.code != "DT503"] == [
        ("DT034", "decisionMakers[0].preferenceRanking: the ranking is left out: in this file statements count"),
        ("DT034", "decisionMakers[1].preferenceVector: the ranking is left out: in this file statements count"),
    ]
    assert case.at().conflict().document["rank"] == {
        "north": dict.fromkeys(["NNN", "NNY", "YNN", "YNY"], 1),
        "south": {"NNN": 2, "NNY": 1, "YNN": 2, "YNY": 1},
    }


FLAG_FALSE = """
{"options": [{"name": "Ring", "permittedDirection": "both"}, {"name": "Answer", "permittedDirection": "both"}],
 "decisionMakers": [{"name": "Caller", "options": [0], "preferences": [[[0, "N"]]], "preferenceRanking": [2, 4, 1, 3]},
                    {"name": "Called", "options": [1], "preferences": [[[1, "N"]]], "preferenceRanking": [3, 4, 1, 2]}],
 "infeasibles": [], "useManualPreferenceRanking": false}
"""


@pytest.mark.parametrize(("flag", "state"), [("false", "NN"), ("true", "YY")])
def test_the_flag_decides_where_the_conflict_rests(flag: str, state: str, tmp_path: Path) -> None:
    """By its statements nobody acts; by its rankings (ring is 2, answer is 3) each would rather act."""
    case, _ = imported(FLAG_FALSE.replace("false", flag), tmp_path)

    assert case.at().conflict().document["equilibria"]["nash"] == [state]


def test_a_file_without_the_flag_is_read_as_is_said(tmp_path: Path) -> None:
    content = {key: value for key, value in RANKED.items() if "Manual" not in key}
    case, said = imported(content, tmp_path)

    assert [(d.code, d.message) for d in said] == [
        (
            "DT035",
            "decisionMakers[0].preferenceRanking: the file has no 'useManualPreferenceRanking'; without statements, "
            "this ranking is used",
        ),
        (
            "DT035",
            "decisionMakers[1].preferenceVector: the decision maker has preference statements as well: the statements "
            "are used, not this ranking",
        ),
    ]
    assert case.at().conflict().document["rank"]["south"] == {"NNN": 2, "NNY": 1, "YNN": 2, "YNY": 1}


UNFIT = [
    ({}, [1, 2], [("DT007", "the ranking leaves out 2 feasible states: 3, 4")]),
    ({}, [1, [2, 4]], [("DT007", "the ranking leaves out feasible state 3")]),
    ({}, [1, 2, 3, [4, 2]], [("DT007", "state 2 stands here a second time")]),
    ({}, [0, 1, 2, 3], [("DT032", "there is no feasible state 0; feasible states are numbered 1 to 4")]),
    ({}, [1, 2, 3, 4, 5], [("DT032", "there is no feasible state 5; feasible states are numbered 1 to 4")]),
    ({}, [1, 2, 3, "4"], [("DT031", "expected the number of a state, got '4'")]),
    ({}, [], [("DT007", "rankings count in this file, but this decision maker has no 'preferenceRanking'")]),
    ({"useManualPreferenceRanking": 1}, [1, 2, 3, 4], [("DT031", "expected true or false, got '1'")]),
]


@pytest.mark.parametrize(("change", "ranking", "problems"), UNFIT, ids=[str(each[1]) for each in UNFIT])
def test_a_ranking_that_does_not_fit_is_refused_in_words(
    change: dict[str, Any], ranking: list[Any], problems: list[tuple[str, str]], tmp_path: Path
) -> None:
    north = RANKED["decisionMakers"][0] | {"preferenceRanking": ranking}
    with pytest.raises(CaseError) as caught:
        imported(RANKED | {"decisionMakers": [north, RANKED["decisionMakers"][1]]} | change, tmp_path)

    found = [d for d in caught.value.diagnostics if str(d.severity) == "error"]
    assert [(d.code, d.message.partition(": ")[2]) for d in found] == problems


@pytest.mark.parametrize("ranking", [[[], 1, 2, 3, 4], [1, [2, 3], [], 4], [[1, 2, 3, 4], []]], ids=str)
def test_an_empty_group_of_a_ranking_is_told(ranking: list[Any], tmp_path: Path) -> None:
    makers = [RANKED["decisionMakers"][0] | {"preferenceRanking": ranking}, RANKED["decisionMakers"][1]]
    _, said = imported(RANKED | {"decisionMakers": makers}, tmp_path)
    place = f"decisionMakers[0].preferenceRanking[{ranking.index([])}]"

    assert ("DT035", f"{place}: a group without states is passed over") in [(d.code, d.message) for d in said]


def test_options_in_another_order_than_their_owners_are_told(tmp_path: Path) -> None:
    makers = [RANKED["decisionMakers"][0] | {"options": [2]}, RANKED["decisionMakers"][1] | {"options": [1, 0]}]
    case, said = imported(RANKED | {"decisionMakers": makers}, tmp_path)

    assert (said[0].code, said[0].message) == (
        "DT035",
        "options: options stand in another order than their owners; rankings number states by the order of this list",
    )
    # The case has the options as o2, o1, o0.
    assert case.at().conflict().document["rank"]["north"] == {"YNN": 1, "NNN": 2, "YNY": 2, "NNY": 3}


@st.composite
def files(draw: st.DrawFn) -> dict[str, Any]:
    """Files of two or three decision makers and four options, some states infeasible, everybody with a ranking."""
    owners = draw(st.lists(st.integers(0, 2), min_size=4, max_size=4))
    literal = st.tuples(st.integers(0, 3), st.sampled_from("YN"))
    condition = st.lists(literal, min_size=1, max_size=3, unique_by=lambda each: each[0])
    file: dict[str, Any] = {
        "options": [{"name": f"o{k}", "permittedDirection": "both"} for k in range(4)],
        "infeasibles": draw(st.lists(condition, max_size=3)),
        "useManualPreferenceRanking": draw(st.booleans()),
    }
    count = len(gmcr_plus.feasible_states(file))
    if not count:
        reject()
    makers = []
    for owner in range(3):
        numbers, ranking = draw(st.permutations(range(1, count + 1))), []
        while numbers:
            size = draw(st.integers(1, 3))
            group, numbers = numbers[:size], numbers[size:]
            ranking.append(group if len(group) > 1 or draw(st.booleans()) else group[0])
        makers.append(
            {
                "name": f"m{owner}",
                "options": [k for k in range(4) if owners[k] == owner],
                "preferences": draw(st.lists(condition, max_size=3)),
                "preferenceRanking": ranking,
            }
        )
    return file | {"decisionMakers": makers}


@given(files())
def test_any_file_means_what_it_means_to_gmcr_plus(
    tmp_path_factory: pytest.TempPathFactory, file: dict[str, Any]
) -> None:
    case, _ = imported(file, tmp_path_factory.mktemp("twin"))

    expected = [{gmcr_plus.by_owner(file, s): rank for s, rank in each.items()} for each in gmcr_plus.ranks(file)]
    assert list(case.at().conflict().document["rank"].values()) == expected


class _Conflict:
    """As an old program would have saved itself."""


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("saved", [{"options": []}, [1, 2], _Conflict()], ids=["mapping", "list", "object"])
def test_a_pickled_file_is_refused_by_name_and_never_run(protocol: int, saved: object, tmp_path: Path) -> None:
    path = tmp_path / "old.gmcr"
    path.write_bytes(pickle.dumps(saved, protocol=protocol))
    with pytest.raises(CaseError) as caught:
        start(tmp_path / "made", str(path))

    assert [d.code for d in caught.value.diagnostics] == ["DT006"]
    assert "pickles" in caught.value.diagnostics[0].message


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("saved", ["war", 5, 5**40, 1.5, None, True, (), (1, 2), {}, [], {1}, b"x"], ids=repr)
@pytest.mark.parametrize("ends", [b"\n", b"\r\n"], ids=["unix", "windows"])
def test_so_is_a_pickled_value_of_any_kind(protocol: int, saved: object, ends: bytes, tmp_path: Path) -> None:
    data = pickle.dumps(saved, protocol=protocol)
    assert codes_of(data.replace(b"\n", ends) if protocol == 0 else data, tmp_path) == ["DT006"]


@pytest.mark.parametrize("text", ["Note.", "(none).", "null", "5", "true", "I think so.", "", "."])
def test_no_other_text_is_called_pickled(text: str, tmp_path: Path) -> None:
    assert "DT006" not in codes_of(f"{text}\n{{}}".encode(), tmp_path)
    assert "DT006" not in codes_of(f'{{"options": [], "x": "{text}"}}'.encode(), tmp_path)


def codes_of(data: bytes, folder: Path) -> list[str]:
    """Return what is wrong with a file."""
    path = folder / "old.gmcr"
    path.write_bytes(data)
    with pytest.raises(CaseError) as caught:
        start(folder / "made", str(path))
    return [d.code for d in caught.value.diagnostics]


def test_a_file_that_is_not_utf8_is_told_where(tmp_path: Path) -> None:
    path = tmp_path / "old.gmcr"
    path.write_bytes(b'{"options":\n "\xe9"}')
    with pytest.raises(CaseError) as caught:
        start(tmp_path / "made", str(path))

    assert [(d.code, d.span.line, d.span.column) for d in caught.value.diagnostics] == [("DT002", 2, 3)]


SPOKEN = """{
  "options": [
    {"name": "Sign", "permittedDirection": "fwd"},
    »{"name": "Pay"},
    »{"permittedDirection": "back"},
    {"name": »"Si\\u0000gn", "permittedDirection": "both", "colour": »"red"}
  ],
  "decisionMakers": [
    {"name": "North", "options": [0], "preferences": [[[0, "Y"]], »[]], "preferenceRanking": »[0, 1],
     "misperceptions": »[[[1, "Y"]], {"compound": true, "members": [[[2, "N"]], [[0, "Y"], [3, "N"]]]}]},
    {"name": "South", "options": [1, 2],
     "preferenceRanking": »[[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]], "preferenceVector": »[1]},
    »{"options": [3], "preferences": [[[3, "Y"]]]}
  ],
  "coalitions": »[[0], [0, 1]],
  "mood": »3
}"""


def test_what_cannot_be_carried_over_is_said_and_never_silently_lost(tmp_path: Path) -> None:
    text, places = marked(SPOKEN)
    case, said = imported(text, tmp_path)

    assert case.errors == ()
    assert [(f"{d.span.line}:{d.span.column}", d.code, d.message) for d in said] == list(
        zip(
            places,
            [
                "DT035",
                "DT035",
                "DT035",
                "DT034",
                "DT034",
                "DT035",
                "DT035",
                "DT035",
                "DT035",
                "DT035",
                "DT034",
                "DT034",
            ],
            [
                "options[1]: the option has no 'permittedDirection': it is read as 'both'",
                "options[2]: the option has no name: it is called 'option-2'",
                "options[3].name: the name holds characters that text cannot hold: each became U+FFFD",
                "options[3].colour: Detente does not know this key, and leaves it out",
                "decisionMakers[0].preferences[1]: a condition without options says nothing and is left out",
                "decisionMakers[0].preferenceRanking: the decision maker has preference statements as well: "
                "the statements are used, not this ranking",
                "decisionMakers[0].misperceptions: misperceptions are kept as a note; no result uses them",
                "decisionMakers[1].preferenceRanking: the file has no 'useManualPreferenceRanking'; without "
                "statements, this ranking is used",
                "decisionMakers[1].preferenceVector: this is not the same as 'preferenceRanking', "
                "which is used instead",
                "decisionMakers[2]: the decision maker has no name: it is called 'Decision maker 2'",
                "coalitions: coalitions are left out",
                "mood: Detente does not know this key, and leaves it out",
            ],
            strict=True,
        )
    )
    north = conflict_of(case).decision_makers[0]
    assert north.note == ("water.gmcr lists as misperceptions of North: pay; not option-2 or (sign and not si-gn).")


def test_single_decision_makers_are_no_coalitions(tmp_path: Path) -> None:
    _, said = imported(WATER | {"coalitions": [0, [1], [2]]}, tmp_path)
    assert said == ()


WRONG = """{
  "options": [
    {"name": "Sign", "permittedDirection": »"forward"},
    »{"name": "Pay", "permittedDirection": "both"},
    {"name": »7, "permittedDirection": "both"},
    »"Leave"
  ],
  "decisionMakers": [
    {"name": "North", "options": [0, »4, »-1, »true, »"1", 3],
     "preferences": [[[»9, "Y"]], [[0, »"X"]], [»[0]], »"0 IF 2"]},
    {"name": "South", "options": [2, »0, »2], "preferences": »{"0": "Y"}},
    {"name": "East", "options": »3, "preferenceRanking": »[»32, »-1, »"0", [»0, »1.5]]},
    »[]
  ],
  "infeasibles": [»{"members": []}, »{"compound": true},
    {"compound": true, "members": [»{"compound": true, "members": []}]}]
}"""


def test_everything_that_is_wrong_is_said_at_once_at_its_place(tmp_path: Path) -> None:
    text, places = marked(WRONG)
    path = tmp_path / "wrong.gmcr"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(CaseError) as caught:
        start(tmp_path / "made", str(path))

    assert not (tmp_path / "made").exists()
    found = sorted({f"{d.span.line}:{d.span.column}" for d in caught.value.diagnostics}, key=_place)
    assert found == sorted(places, key=_place)
    words = "\n".join(d.message for d in caught.value.diagnostics)
    for message in (
        "options[0].permittedDirection: 'forward' is none of the directions both, fwd and back",
        "options[1]: no decision maker has this option",
        "options[2].name: expected a name, got '7'",
        "options[3]: expected an option with a name, got 'Leave'",
        "decisionMakers[0].options[1]: there is no option 4; options are numbered 0 to 3",
        "decisionMakers[0].options[3]: expected the number of an option, got 'true'",
        'decisionMakers[0].preferences[1][0][1]: expected "Y" or "N", got \'X\'',
        "decisionMakers[1].options[1]: option 0 belongs to 'North' (decisionMakers[0]) already",
        "decisionMakers[1].options[2]: option 2 belongs to 'South' (decisionMakers[1]) already",
        "decisionMakers[1].preferences: expected a list of conditions, got a mapping",
        "decisionMakers[2].preferenceRanking[0]: there is no state 32; states are numbered 1 to 16",
        "decisionMakers[3]: expected a decision maker with a name and options, got a list",
    ):
        assert message in words
    codes = {d.code for d in caught.value.diagnostics}
    assert codes >= {"DT031", "DT032", "DT033"}
    assert "'Q IF P' is the compound of: not P, Q" in {d.hint for d in caught.value.diagnostics}


def _place(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(":")))


WHOLE = [
    ("[1]", "1:1 DT031 expected a mapping with 'options' and 'decisionMakers', got a list"),
    ("{}", "1:1 DT031 missing key 'options': a list of the options of all decision makers"),
    ('{"options": [], "decisionMakers": []}', "1:1 DT506 no decision maker has an option, and there is no graph"),
    ('{"options": [],}', "1:16 DT030 not valid JSON: "),
    ("nothing", "1:1 DT030 not valid JSON: expecting value"),
]


@pytest.mark.parametrize(("text", "problem"), WHOLE, ids=[text for text, _ in WHOLE])
def test_a_file_that_is_no_conflict(text: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(CaseError) as caught:
        imported(text, tmp_path)

    said = [f"{d.span.line}:{d.span.column} {d.code} {d.message}" for d in caught.value.diagnostics]
    assert any(each.startswith(problem) for each in said), said


IMPOSSIBLE = [
    ({"infeasibles": [[[0, "Y"]], [[0, "N"]]]}, "DT508"),
    ({"infeasibles": [[[4, "Y"]]]}, "DT032"),
]


@pytest.mark.parametrize(("change", "code"), IMPOSSIBLE, ids=["nothing can be", "a ranking does not fit"])
def test_a_conflict_that_cannot_be_modelled_is_said_at_its_place(change: Any, code: str, tmp_path: Path) -> None:
    makers = [*WATER["decisionMakers"][:2], {"name": "City", "options": [4], "preferenceRanking": [1, 17]}]
    with pytest.raises(CaseError) as caught:
        imported(WATER | {"decisionMakers": makers} | change, tmp_path)

    assert {d.code for d in caught.value.diagnostics} == {code, "DT035"}
    assert caught.value.diagnostics[0].span.path.endswith("water.gmcr")
    assert caught.value.diagnostics[0].span.column > 1


def test_files_that_are_too_large_or_missing(tmp_path: Path) -> None:
    large = tmp_path / "large.gmcr"
    with large.open("wb") as file:
        file.truncate(100 * 2**20)
    for path, code in ((large, "DT003"), (tmp_path / "none.gmcr", "DT001")):
        with pytest.raises(CaseError) as caught:
            start(tmp_path / "made", str(path))
        assert [d.code for d in caught.value.diagnostics] == [code]


def test_a_file_whose_case_would_be_too_large(tmp_path: Path) -> None:
    """The note on misperceptions repeats the name of their decision maker."""
    makers = [{"name": "x" * 5_000_000, "options": [0, 1, 2, 3, 4], "misperceptions": [[[0, "Y"]]]}]
    with pytest.raises(CaseError) as caught:
        imported(WATER | {"decisionMakers": makers}, tmp_path)

    assert {d.code for d in caught.value.diagnostics} == {"DT003", "DT035"}


NAMES = [
    "",
    " ",
    '"',
    "a: b",
    "<&>'",
    "\u202eשלום",
    "ქართული",
    "not",
    "\x00",
    "\ud800",
    "a" * 3000,
    "x",
    "x",
    "7",
    "null",
]


@given(
    st.lists(st.sampled_from(NAMES) | st.text(max_size=5), min_size=2, max_size=6),
    st.lists(st.sampled_from(NAMES) | st.text(max_size=5), min_size=2, max_size=2),
)
def test_every_name_becomes_a_case_that_passes(
    tmp_path_factory: pytest.TempPathFactory, options: list[str], makers: list[str]
) -> None:
    content = {
        "options": [{"name": name, "permittedDirection": "both"} for name in options],
        "decisionMakers": [
            {"name": name, "options": own, "preferences": [[[0, "Y"]]]}
            for name, own in zip(makers, ([0], list(range(1, len(options)))), strict=True)
        ],
    }
    case, _ = imported(content, tmp_path_factory.mktemp("names"))

    assert {d.code for d in case.diagnostics} <= {"DT015"}  # a name that turns text around is warned of
    written = [option.text for maker in conflict_of(case).decision_makers for option in maker.options]
    for name, text in zip(options, written, strict=True):
        kept = " ".join(name.split())
        assert (text or "") == re.sub(
            "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", kept
        ) or "\ufffd" in (text or "")


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 4) | st.sampled_from(["Y", "N", "both", "x"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["options", "name", "decisionMakers", "preferences", "compound", "members", "permittedDirection"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=12,
)


@given(st.sampled_from(["options", "decisionMakers", "infeasibles", "coalitions"]), JSON_VALUES)
def test_whatever_stands_in_a_file_it_is_a_case_or_diagnostics(
    tmp_path_factory: pytest.TempPathFactory, key: str, value: Any
) -> None:
    """Any part of a good file may be anything: the outcome is a case without errors, or problems with places."""
    try:
        case, _ = imported(WATER | {key: value}, tmp_path_factory.mktemp("fuzz"))
    except CaseError as error:
        assert all(d.span.path.endswith(".gmcr") for d in error.diagnostics)
    else:
        assert case.errors == ()
