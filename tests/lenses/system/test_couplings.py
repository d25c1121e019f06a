"""Couplings of tracks: what the case says of them, and whether judgements take it up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.case_text import marked, problems
from tests.conftest import Opener

from detente.case import Case
from detente.dates import parse_edtf
from detente.findings import Depth, Finding
from detente.lenses.look import Look
from detente.lenses.system.couplings.chapter import find
from detente.lenses.system.options import SystemOptions
from detente.session import OpenCase
from detente.study import Study

CASE = """
case: {id: lake, as_of: 2025-06-01}
sources: [{id: gazette, title: Gazette, kind: newspaper}]
formats:
  - id: leaders
    name: The leaders
    coupled_with:
      - {format: fishing, text: A catch calms the talks, cites: [gazette ¶5], certainty: inference}
      - {format: aside, text: Nothing stands for that one, cites: [gazette ¶6]}
      - {format: envoys, text: Both are forms of the talks, cites: [gazette ¶7]}
  - {id: envoys, name: The envoys}
  - {id: fishing, name: The fishing board}
  - {id: aside}
system:
  from: 2020
  descriptors:
    - {id: talks, tracks: [leaders, envoys], states: [{id: shut}, {id: open}], history: [{is: shut, from: 2020}]}
    - {id: board, tracks: [fishing], states: [{id: meets}, {id: rests}], history: [{is: meets, from: 2020}]}
    - {id: rain, kind: context, states: [{id: none}, {id: some}], history: [{is: none, from: 2020}]}
  impacts:
    - {from: rain.none, on: talks.open, effect: 1, assumption: x}
"""
IMPACT = "    - {from: board.meets, on: talks.open, effect: 0, assumption: it may}\n"
NEED = "  requirements: [{state: board.meets, only_if: talks is open or rain is some, why: x, assumption: x}]\n"


def couplings(case: OpenCase, as_of: str | None = None, **asked: Any) -> Any:
    return case.at(as_of).look("system", SystemOptions(**asked)).document["couplings"]


def told(case: OpenCase) -> Finding:
    return next(each for each in case.at().look("system").findings if each.id == "couplings")


def test_a_coupling_that_no_judgement_takes_up_is_open(opened: Opener) -> None:
    case = opened(CASE)
    (found,) = couplings(case)

    assert found["tracks"] == ["leaders", "fishing"]
    assert (found["text"], found["cites"]) == ("A catch calms the talks", ["gazette ¶5"])
    assert found["taken_up"] is False
    assert found["directions"] == [
        {"from": "talks", "on": "board", "impacts": [], "requirements": []},
        {"from": "board", "on": "talks", "impacts": [], "requirements": []},
    ]
    finding = told(case)
    assert finding.depth is Depth.DETAIL
    assert finding.headline == "The case says of two tracks that they hang together; no judgement says how."
    (said,) = finding.statements
    assert said.text == "The leaders, The fishing board: A catch calms the talks. Open."
    assert [str(cite) for cite in said.cites] == ["gazette ¶5"]


def test_a_judgement_takes_it_up_in_its_direction_even_if_it_says_that_there_is_no_effect(opened: Opener) -> None:
    case = opened(CASE + IMPACT)
    (found,) = couplings(case)

    assert found["taken_up"] is True
    there, back = found["directions"]
    assert there["impacts"] == []
    assert back["impacts"] == [{"from": "board.meets", "on": "talks.open"}]
    assert told(case).headline == "The case says of two tracks that they hang together, and judgements say how."
    assert told(case).statements[0].text.endswith(" 1 judgement takes it up.")
    assert told(case).depth is Depth.APPENDIX


def test_what_is_assumed_takes_nothing_up_where_it_is_left_out(opened: Opener) -> None:
    assert [each["taken_up"] for each in couplings(opened(CASE + IMPACT), cited_only=True)] == [False]


def test_a_requirement_takes_it_up_as_well(opened: Opener) -> None:
    (found,) = couplings(opened(CASE + NEED))

    assert found["directions"][0]["requirements"] == [{"from": "talks.open", "on": "board.meets"}]
    assert found["taken_up"] is True


def test_judgements_stand_in_the_order_of_states_whatever_that_of_lines(opened: Opener) -> None:
    later = "    - {from: board.rests, on: talks.shut, effect: 1, assumption: it may}\n"
    (found,) = couplings(opened(CASE + later + IMPACT))

    assert [each["from"] for each in found["directions"][1]["impacts"]] == ["board.meets", "board.rests"]


def test_a_coupling_says_nothing_of_the_sign(opened: Opener) -> None:
    """What pushes the region is the same with and without it."""
    bare = CASE.replace("tracks: [fishing], ", "")
    one, other = (opened(text).at().look("system").document for text in (CASE, bare))

    assert other["couplings"] == []
    assert {name: one[name] for name in ("now", "shocks", "consistent")} == {
        name: other[name] for name in ("now", "shocks", "consistent")
    }


def test_of_an_earlier_day_no_coupling_is_told(opened: Opener) -> None:
    assert couplings(opened(CASE), "2025-05-31") == []


def test_a_track_that_is_none_is_told(opened: Opener) -> None:
    text, [place] = marked(CASE.replace("tracks: [fishing]", "tracks: [»fishng]"))

    assert f"{place} DT201 no format has the id 'fishng'" in problems(opened(text))


def test_several_couplings_are_counted(opened: Opener) -> None:
    more = CASE.replace(
        "  - {id: aside}", "  - {id: aside, coupled_with: [{format: leaders, text: y, cites: [gazette]}]}"
    )
    case = opened(more.replace("{id: rain, kind: context,", "{id: rain, kind: context, tracks: [aside],"))

    assert [each["tracks"] for each in couplings(case)] == [
        ["leaders", "fishing"],
        ["leaders", "aside"],
        ["aside", "leaders"],
    ]
    assert told(case).headline == (
        "The case says of 3 pairs of tracks that they hang together; of 1 of them no judgement says how."
    )


TRACKS = ("t0", "t1", "t2", "t3")
STATES = ("c0.a", "c0.b", "c1.a", "c1.b", "c2.a", "c2.b")
STANDING = st.tuples(*[st.lists(st.sampled_from(TRACKS), unique=True, max_size=3)] * 3)
COUPLINGS = st.lists(st.tuples(st.sampled_from(TRACKS), st.sampled_from(TRACKS)), max_size=4)
IMPACTS = st.lists(st.tuples(st.sampled_from(STATES), st.sampled_from(STATES)), max_size=5)


@given(STANDING, COUPLINGS, IMPACTS)
def test_couplings_are_those_of_two_conditions_and_taken_up_by_any_impact_between_them(
    standing: tuple[list[str], ...], coupled: list[tuple[str, str]], impacts: list[tuple[str, str]]
) -> None:
    impacts = [(one, other) for one, other in impacts if one[:2] != other[:2]]
    coupled = sorted({(one, other) for one, other in coupled if one != other})
    case = Case.model_validate(_tree(standing, coupled, impacts))
    found = find(Look(Study(case).at(), SystemOptions()))

    expected = {}
    for one, other in coupled:
        pairs = [
            (f"c{j}", f"c{k}")
            for j in range(3)
            for k in range(3)
            if j != k and one in standing[j] and other in standing[k]
        ]
        if pairs:
            expected[one, other] = any({(a[:2], b[:2]), (b[:2], a[:2])} & set(pairs) for a, b in impacts)
    assert found is not None
    assert {each.tracks: each.taken_up for each in found.couplings} == expected


def _tree(
    standing: tuple[list[str], ...], coupled: list[tuple[str, str]], impacts: list[tuple[str, str]]
) -> Mapping[str, Any]:
    day = parse_edtf("2025-01-01")
    return {
        "case": {"id": "demo", "as_of": day},
        "formats": [
            {"id": track, "coupled_with": [{"format": other, "text": "x"} for one, other in coupled if one == track]}
            for track in TRACKS
        ],
        "system": {
            "descriptors": [
                {
                    "id": f"c{k}",
                    "tracks": tracks,
                    "states": [{"id": "a"}, {"id": "b"}],
                    "history": [{"is": "a", "from": day}],
                }
                for k, tracks in enumerate(standing)
            ],
            "impacts": [{"from": one, "on": other, "effect": 1} for one, other in impacts],
        },
    }
