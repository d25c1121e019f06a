"""Red lines of decision makers: unmovable, above all preferences, in every engine and analysis."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.case_text import problems
from tests.conftest import Opener
from tests.twins.red_lines_twin import ranks

from detente.lenses.conflict.options import ConflictOptions
from detente.methods.gmcr.inverse.changes import Kind
from detente.models.conflict.changes import varied
from detente.models.conflict.model import model_conflict
from detente.models.conflict.readings import read
from detente.models.conflict.variants import variants
from detente.session import OpenCase

OPTIONS = ("force", "talk", "pay")
STATES = ["".join(marks) for marks in product("NY", repeat=3)]

Taken = Mapping[str, bool]
Holds = Callable[[Taken], bool]
Read = tuple[str, Holds]
CONDITIONS: st.SearchStrategy[Read] = st.recursive(
    st.sampled_from(OPTIONS).map(lambda name: (name, lambda taken: taken[name])),
    lambda inner: st.one_of(
        inner.map(lambda a: (f"not ({a[0]})", lambda t: not a[1](t))),
        st.tuples(inner, inner).map(
            lambda ab: (f"({ab[0][0]}) and ({ab[1][0]})", lambda t: ab[0][1](t) and ab[1][1](t))
        ),
        st.tuples(inner, inner).map(
            lambda ab: (f"({ab[0][0]}) if ({ab[1][0]})", lambda t: ab[0][1](t) or not ab[1][1](t))
        ),
    ),
    max_leaves=3,
)
FEW = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def taken(state: str) -> Taken:
    """Return which options a state takes."""
    return {option: mark == "Y" for option, mark in zip(OPTIONS, state, strict=True)}


def text(lines: list[str], preferences: str = "", more: str = "") -> str:
    """Return a case whose first decision maker has these red lines and preferences."""
    drawn = "".join(f"\n        - {{id: r{k}, when: {line!r}, assumption: read so}}" for k, line in enumerate(lines))
    return f"""
actors: [{{id: north, name: North, kind: state}}, {{id: south, name: South, kind: state}}]
conflict:
  assumption: made up
  decision_makers:
    - actor: north
      options: [{{id: force, text: Use force}}, {{id: talk, text: Talk}}]
{f"      red_lines:{drawn}" if lines else ""}
{f"      preferences: {{assumption: a, {preferences}}}" if preferences else ""}
    - actor: south
      options: [{{id: pay, text: Pay}}]
      preferences: {{assumption: b, statements: [not pay, talk]}}
  status_quo: []
{more}"""


def document(case: OpenCase, **options: Any) -> Mapping[str, Any]:
    """Return what is found of the conflict."""
    found: Mapping[str, Any] = case.at().look("conflict", ConflictOptions(**options)).document
    return found


def crosses(lines: list[Read]) -> Callable[[str], bool]:
    """Return whether a state crosses one of some red lines."""
    return lambda state: any(not holds(taken(state)) for _, holds in lines)


@st.composite
def wanted(draw: st.DrawFn) -> tuple[str, Callable[[str], Any]]:
    """Preferences as a case writes them, and what a state is worth by them: bigger is better."""
    kind = draw(st.sampled_from(["none", "statements", "weights"]))
    if kind == "none":
        return "", lambda _: 0
    if kind == "statements":
        stated = draw(st.lists(CONDITIONS, min_size=1, max_size=3))
        written = ", ".join(f"{{when: {each!r}}}" for each, _ in stated)
        return f"statements: [{written}]", lambda state: tuple(holds(taken(state)) for _, holds in stated)
    weights = {option: draw(st.integers(-3, 9)) for option in OPTIONS}
    written = ", ".join(f"{option}: {weight}" for option, weight in weights.items())
    return f"weights: {{{written}}}", lambda state: sum(weights[each] for each, held in taken(state).items() if held)


@FEW
@given(lines=st.lists(CONDITIONS, max_size=2), wants=wanted())
def test_ranks_are_what_the_definition_says(
    lines: list[Read], wants: tuple[str, Callable[[str], Any]], opened: Opener
) -> None:
    preferences, worth = wants
    found = document(opened(text([when for when, _ in lines], preferences)))

    assert found["rank"]["north"] == ranks(STATES, crosses(lines), worth)


@FEW
@given(lines=st.lists(CONDITIONS, min_size=1, max_size=2), wants=wanted())
def test_both_engines_find_the_same(lines: list[Read], wants: tuple[str, Callable[[str], Any]], opened: Opener) -> None:
    case = opened(text([when for when, _ in lines], wants[0]))
    explicit, symbolic = document(case), document(case, engine="symbolic")

    assert set(symbolic["equilibria"]) <= set(explicit["equilibria"])
    for concept, states in symbolic["equilibria"].items():
        assert states["count"] == len(explicit["equilibria"][concept])
        assert states["first"] == explicit["equilibria"][concept]
    assert explicit["red_lines"] == symbolic["red_lines"]


@FEW
@given(lines=st.lists(CONDITIONS, min_size=1, max_size=2), wants=wanted())
def test_the_order_of_red_lines_and_one_that_always_holds_say_nothing(
    lines: list[Read], wants: tuple[str, Callable[[str], Any]], opened: Opener
) -> None:
    whens, preferences = [when for when, _ in lines], wants[0]
    plain = document(opened(text(whens, preferences)))["stability"]

    assert document(opened(text(whens[::-1], preferences)))["stability"] == plain
    assert document(opened(text([*whens, "talk or not talk"], preferences)))["stability"] == plain


@FEW
@given(lines=st.lists(CONDITIONS, min_size=1, max_size=2), wants=wanted())
def test_no_small_change_moves_a_red_line(
    lines: list[Read], wants: tuple[str, Callable[[str], Any]], opened: Opener
) -> None:
    conflict = opened(text([when for when, _ in lines], wants[0])).case.conflict
    assert conflict is not None
    model, crossing = model_conflict(conflict), crosses(lines)
    below = [k for k, state in enumerate(STATES) if crossing(state)]
    above = [k for k, state in enumerate(STATES) if not crossing(state)]

    for change in variants(conflict, model):
        if change.maker == 0 and below and above:
            assert change.payoffs[below].max() < change.payoffs[above].min()


RANKED = "ranking: [[NYN, NYY], [YYN, YYY], [NNN], [NNY], [YNN, YNY]]"


def test_groups_of_a_ranking_do_not_change_places_across_a_red_line(opened: Opener) -> None:
    conflict = opened(text(["not (force and not talk)"], RANKED)).case.conflict
    assert conflict is not None
    model = model_conflict(conflict)

    assert [each.touched for each in variants(conflict, model) if each.maker == 0] == [(0, 1), (1, 2), (2, 3)]
    assert [each.kind for each in varied(conflict, model).preferences] == [Kind.RANKING, Kind.STATEMENTS]


def test_readings_of_what_is_open_never_drop_a_red_line(opened: Opener) -> None:
    open_statements = (
        "statements: [{when: force, probability: 0.5, group: g}, {when: not talk, group: g}, {when: pay, group: g}]"
    )
    conflict = opened(text(["not (force and not talk)"], open_statements)).case.conflict
    assert conflict is not None
    found = read(conflict, model_conflict(conflict), draws=None, seed=1)
    assert found is not None
    payoffs = found.profiles.payoffs[0](found.profiles.choice[0])
    below = [STATES.index("YNN"), STATES.index("YNY")]
    above = [k for k in range(8) if k not in below]

    assert payoffs.shape[1] == 6 + 2
    assert (payoffs[below].max(axis=0) < payoffs[above].min(axis=0)).all()
    assert len({tuple(row) for row in payoffs.T.tolist()}) > 4


@pytest.mark.parametrize(
    "preferences", ["", "statements: [force, not talk]", "ranking: [[NNN, NNY, NYN, NYY, YYN, YYY], [YNN, YNY]]"]
)
def test_no_change_toward_a_state_moves_a_red_line(preferences: str, opened: Opener) -> None:
    """North crosses its red line in YNN: nothing that it could want instead keeps it there, as it can go to NNN."""
    line = "not (force and not talk)"
    barred = document(opened(text([line], preferences)), toward="YNN")["toward"]
    free = document(opened(text([], preferences)), toward="YNN")["toward"]

    assert all(each["edits"] is None for each in _outcomes(barred))
    assert any(each["edits"] is not None for each in _outcomes(free))


def _outcomes(found: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [found["concepts"][key] for key in ("nash", "gmr")]


def test_a_conflict_too_large_to_list_has_red_lines_too(opened: Opener) -> None:
    many = ", ".join(f"{{id: o{k}}}" for k in range(30))
    case = opened(
        f"""
        actors: [{{id: north, name: North, kind: state}}]
        conflict:
          assumption: made up
          decision_makers:
            - actor: north
              options: [{many}]
              red_lines: [{{id: never, when: not (o0 and o1), assumption: read so}}]
              preferences: {{assumption: a, weights: {{{", ".join(f"o{k}: 1" for k in range(30))}}}}}
        """
    )
    found = document(case)["equilibria"]["nash"]

    assert problems(case) == []
    assert found["count"] == 2
    assert found["first"] == ["NY" + 28 * "Y", "YN" + 28 * "Y"]


def test_page_names_the_red_line_that_decides(opened: Opener) -> None:
    case = opened(text(["not (force and not talk)"], "statements: [force]"))
    answers = case.at().look("conflict", ConflictOptions(why="NNN")).findings
    [drawn] = [each for each in answers if each.title == "What each accepts in no case"]
    [why] = [each for each in answers if each.title == "Why they stay or leave"]

    assert [each.text for each in drawn.statements] == [
        "North accepts in no case: “Use force” and not “Talk”.",
        "2 of 8 possible states cross a red line of North.",
        "6 cross nobody’s red line.",
    ]
    assert drawn.statements[0].assumption == "read so"
    assert document(case)["red_lines"] == {"north": [{"id": "r0", "when": "not (force and not talk)", "why": None}]}
    assert document(case, why="NNN")["certificates"]["red_lines"] == {"north": {"r0": ["YNN"]}}
    at_peace = case.at().look("conflict", ConflictOptions(why="YYN")).findings
    [stays] = [each for each in at_peace if each.title == "Why they stay or leave"]
    assert any("would cross a red line of its own if it were to drop “Talk”" in each.text for each in stays.statements)
    leaving = case.at().look("conflict", ConflictOptions(why="YNN")).findings
    [left] = [each for each in leaving if each.title == "Why they stay or leave"]
    assert "North accepts in no case: “Use force” and not “Talk”." in [each.text for each in left.because]
    assert why.because


def test_a_scenario_can_drop_a_red_line(opened: Opener) -> None:
    more = "scenarios:\n  - {id: bold, title: Bold, changes: [{drop: conflict.north.r0}]}\n"
    case = opened(text(["not force"], "statements: [force]", more))

    assert document(case)["rank"]["north"]["YNN"] == 2
    assert case.at(scenario="bold").conflict().document["rank"]["north"]["YNN"] == 1


MISTAKES = {
    "an unknown option": (["not (forse and talk)"], "", "10:32 DT501 no option has the id 'forse'"),
    "no condition": (["not and"], "", "10:31 DT500 in 'not and': expected an option"),
    "a pattern too short": (["{Y-}"], "", "10:27 DT500 this pattern has 2 marks for 3 options: one each"),
    "a ranking that says otherwise": (
        ["not (force and not talk)"],
        "ranking: [[NYN, NYY], [YYN, YNY], [NNN], [NNY], [YNN, YYY]]",
        "11:64 DT560 'YNY' crosses a red line of 'north', but does not rank below 'YYY', which crosses none",
    ),
    "a tie with what crosses none": (
        ["not (force and not talk)"],
        "ranking: [[NYN, NYY], [YYN], [NNN], [NNY, YYY], [YNY], [YNN]]",
        "",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistakes_are_told_at_their_place(mistake: str, opened: Opener) -> None:
    lines, preferences, message = MISTAKES[mistake]
    found = problems(opened(text(lines, preferences)))

    assert len(found) == bool(message)
    assert not message or message in found[0]


def test_in_graph_form_a_red_line_is_refused(opened: Opener) -> None:
    found = problems(
        opened(
            """
            actors: [{id: north, name: North, kind: state}]
            conflict:
              assumption: made up
              decision_makers:
                - actor: north
                  red_lines: [{id: r, when: not war, assumption: read so}]
                  preferences: {assumption: a, ranking: [peace, war]}
              graph: {states: [peace, war], moves: {north: {peace: [war]}}}
            """
        )
    )

    assert [each.partition(" ")[2] for each in found] == [
        "DT506 in graph form states have names, and no condition tells which of them cross a red line"
    ]


def test_red_lines_that_leave_nothing_are_told_with_the_smallest_clash(opened: Opener) -> None:
    """Each alone leaves something; the first and the third do not stand together, whatever the second says."""
    case = opened(text(["not force", "talk if pay", "force and talk"], "statements: [pay]"))

    assert problems(case) == [
        "10:26 DT660 no state that can be keeps the red lines 'r0' of 'north' and 'r2' of 'north' together"
    ]
    said = [each for each in case.at().conflict().findings if each.title == "What each accepts in no case"]
    assert "No possible state crosses nobody’s red line" in said[0].statements[-1].text
    alone = opened(text(["force"], "statements: [pay]", "  infeasible: [force]\n"))
    assert [each for each in problems(alone) if "DT660" in each] == [
        "10:26 DT660 no state that can be keeps the red line 'r0' of 'north'"
    ]


def test_a_weight_above_all_others_together_may_be_a_red_line(opened: Opener) -> None:
    heavy = opened(text([], "weights: {force: 2, talk: -9, pay: 1}"))
    light = opened(text([], "weights: {force: 2, talk: -3, pay: 1}"))
    two = opened(text([], "weights: {force: 2, talk: -9}"))

    assert problems(heavy) == ["10:62 DT661 one weight of 'north' (9) exceeds all its others together (3)"]
    assert "is this a red line?" in heavy.diagnostics[-1].hint
    assert problems(light) == problems(two) == []


def test_a_side_with_red_lines_only_is_no_mistake_and_says_so(opened: Opener) -> None:
    case = opened(text(["not force"]))
    [impasse] = [each for each in case.at().conflict().findings if each.title == "The impasse"]

    assert problems(case) == []
    assert "North is indifferent between all states that cross none of its red lines, and between all others." in [
        each.text for each in impasse.assumptions
    ]


def test_a_statement_that_red_lines_settle_is_told(opened: Opener) -> None:
    found = problems(opened(text(["not force"], "statements: [not force, talk]")))

    assert [each.partition(" ")[2] for each in found] == [
        "DT513 the red lines and the statements above settle this in every state that can be: it changes nothing"
    ]
