"""The matrix says of each outcome what the document for programs says, and what is alike for all in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Opener
from tests.lenses.reading import chapter

from detente.lenses.conflict.matrix.results import matrix
from detente.lenses.conflict.matrix.rows import MOST_ROWS
from detente.lenses.conflict.options import ConflictOptions
from detente.lenses.look import Look
from detente.session import open_case
from detente.session.sight import Sight

NAMES = {"north": "North", "south": "South", "east": "East"}
OWN = {"north": "a", "south": "bc", "east": "d"}
OPTIONS = "abcd"
WISHES = st.lists(
    st.sampled_from(["a", "not a", "b", "not c", "d", "a if b", "b iff d", "c or d", "not (a and c)", "not d"]),
    min_size=1,
    max_size=3,
    unique=True,
)
WAYS = st.sampled_from(["both", "both", "take-only", "drop-only"])
STATES = st.sets(st.sampled_from(OPTIONS)).map(sorted)
CONFLICTS = st.fixed_dictionaries(
    {
        "wishes": st.fixed_dictionaries(dict.fromkeys(NAMES, WISHES)),
        "ways": st.fixed_dictionaries(
            dict.fromkeys(OPTIONS, st.sampled_from(["both", "both", "take-only", "drop-only"]))
        ),
        "quo": st.none() | STATES,
        "named": st.lists(STATES, max_size=4, unique_by=tuple),
    }
)


def written(drawn: Mapping[str, Any]) -> str:
    makers = [
        {
            "actor": maker,
            "options": [{"id": each, "direction": drawn["ways"][each]} for each in OWN[maker]],
            "preferences": {"assumption": "x", "statements": list(drawn["wishes"][maker])},
        }
        for maker in NAMES
    ]
    conflict: dict[str, Any] = {
        "assumption": "an example",
        "decision_makers": makers,
        "infeasible": [{"at_most_one": ["a", "d"]}],
        "named_states": {f"n{k}": {"text": f"outcome {k}", "take": take} for k, take in enumerate(drawn["named"])},
    }
    if drawn["quo"] is not None:
        conflict["status_quo"] = drawn["quo"]
    actors = [{"id": maker, "name": name, "kind": "state"} for maker, name in NAMES.items()]
    return yaml.safe_dump({"case": {"id": "x", "as_of": "2025"}, "actors": actors, "conflict": conflict})


def opened_at(folder: Path, drawn: Mapping[str, Any]) -> Sight | None:
    """Return a generated case at its date; nothing where its status quo cannot be."""
    path = folder / "case.yaml"
    path.write_text(written(drawn), encoding="utf-8")
    case = open_case(path)
    return None if case.errors else case.at()


@given(CONFLICTS)
def test_cells_are_what_the_document_says(tmp_path_factory: pytest.TempPathFactory, drawn: dict[str, Any]) -> None:
    sight = opened_at(tmp_path_factory.mktemp("matrix"), drawn)
    if sight is None:
        return
    start = None if drawn["quo"] is None else "status-quo"
    document = sight.look("conflict", ConflictOptions(robust=True, coalitions=True, start=start)).document
    found = matrix(Look(sight.moment, ConflictOptions()))

    keys = {"holds", "answered", "groups", "survives"} | ({"better", "reached"} if start else set())
    assert set(found.cells) == keys
    for k, outcome in enumerate(found.outcomes):
        state = f"{outcome.state:04b}".replace("0", "N").replace("1", "Y")
        expected = {key: CHECKS[key](document, state) for key in keys}
        if not outcome.named and "reached" in keys and state != document["status_quo"]:
            expected["reached"] = "–"
        assert {key: found.cells[key][k].words for key in keys} == expected


@given(CONFLICTS)
def test_nothing_that_a_test_says_is_lost(tmp_path_factory: pytest.TempPathFactory, drawn: dict[str, Any]) -> None:
    """A test has a column, or says the same of all, which is a sentence; or answers change nothing, which is one."""
    sight = opened_at(tmp_path_factory.mktemp("matrix"), drawn)
    if sight is None:
        return
    found, told = matrix(Look(sight.moment, ConflictOptions())), chapter(sight.conflict(), "matrix")

    columns = {column.key for table in told.tables for column in table.columns[1:]}
    said = {each.text for each in told.statements}
    for key, cells in found.cells.items():
        kinds = {cell.words: cell.of_all for cell in cells if cell.words != "–"}
        if key == "answered" and UNANSWERED in said:
            pairs = zip(found.cells["holds"], cells, strict=True)
            assert all((own.words[:3] == "no:") == (other.words[:3] == "no:") for own, other in pairs)
            assert key not in columns
        else:
            assert (key in columns) is (len(kinds) > 1)
            also = {"answered": {FIRM}, "survives": {SURVIVES}}.get(key, set())
            assert not kinds or key in columns or said & {*kinds.values(), *also}
    for table in told.tables:
        assert len(table.rows) == len(found.outcomes) <= MOST_ROWS
        assert all(len({row.cells[at] for row in table.rows}) > 1 for at in range(len(table.columns)))


UNANSWERED = "Counting the answers of others changes none of this."
SURVIVES = "What holds would also hold after each small change of a wish."
FIRM = "Nobody gains by leaving any of them."


def leaving(document: Mapping[str, Any], key: str, state: str, verb: str) -> str:
    who = [NAMES[maker] for maker, held in document["stability"][key].items() if state not in held]
    return f"no: {' and '.join([', '.join(who[:-1]), who[-1]] if who[1:] else who)} would {verb}" if who else "yes"


def holds(document: Mapping[str, Any], state: str) -> str:
    """Return who would gain; where nobody does, who would if every option went both ways."""
    if state in document["equilibria"]["nash"]:
        stuck = [NAMES[maker] for maker in NAMES if would_undo(document, state, maker)]
        if stuck:
            return f"cannot be undone once there; {_listed(stuck)} would leave"
    return leaving(document, "nash", state, "gain")


def would_undo(document: Mapping[str, Any], state: str, maker: str) -> bool:
    rank, own = document["rank"][maker], [OPTIONS.index(each) for each in OWN[maker]]
    return any(
        rank[other] < rank[state]
        for other in rank
        if other != state and all(k in own for k in range(len(OPTIONS)) if other[k] != state[k])
    )


def answered(document: Mapping[str, Any], state: str) -> str:
    if state in document["equilibria"]["nash"] or state in document["equilibria"]["seq"]:
        return "yes"
    feared = state in document["equilibria"]["gmr"]
    return "only out of fear" if feared else leaving(document, "gmr", state, "leave")


def better(document: Mapping[str, Any], state: str) -> str:
    quo, ranks = document["status_quo"], document["rank"]
    if state == quo:
        return "–"
    worse = [NAMES[maker] for maker in NAMES if ranks[maker][state] > ranks[maker][quo]]
    even = [NAMES[maker] for maker in NAMES if ranks[maker][state] == ranks[maker][quo]]
    if worse:
        return f"no: {_listed(worse)} {'does' if len(worse) == 1 else 'do'} not"
    return f"no: as good for {_listed(even)}" if even else "yes"


def groups(document: Mapping[str, Any], state: str) -> str:
    many = {frozenset(key.split("+")): held["cnash"] for key, held in document["coalitions"].items() if "+" in key}
    gaining = [members for members, held in many.items() if state not in held]
    least = [members for members in gaining if not any(other < members for other in gaining)]
    if not least:
        return "yes"
    first = [name for maker, name in NAMES.items() if maker in least[0]]
    more = len(least) - 1
    return f"no: {_listed(first)}" + (f", or {more} other group{'s' if more > 1 else ''}" if more else "")


def survives(document: Mapping[str, Any], state: str) -> str:
    """Return whose small changes end that the strongest concept that holds a state now does so."""
    key = next((key for key in ("nash", "sseq", "seq", "smr", "gmr") if state in document["equilibria"][key]), None)
    if key is None:
        return "–"
    ending = [change["by"] for change in document["robust"]["changes"] if state in change["lost"][key]]
    return f"no: wishes of {_listed([NAMES[by] for by in dict.fromkeys(ending)])}" if ending else "yes"


def reached(document: Mapping[str, Any], state: str) -> str:
    if state == document["status_quo"]:
        return "–"
    paths = document["paths"]
    if state in paths["by_improvements"]:
        return "nobody"
    if state not in paths["by_moves"]:
        return "no way there"
    return ANYBODY


class _Anybody(str):
    """Equal to whatever names somebody: who it is depends on ways that the document does not list."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return any(name in str(other) for name in NAMES.values())

    __hash__ = str.__hash__


ANYBODY = _Anybody("somebody")
CHECKS = {
    "holds": holds,
    "answered": answered,
    "better": better,
    "groups": groups,
    "survives": survives,
    "reached": reached,
}


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)


UNNAMED = """
    actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
    conflict:
      decision_makers:
        - {actor: north, options: [{id: a, text: A}], preferences: {assumption: n, statements: NORTH}}
        - {actor: south, options: [{id: b, text: B}], preferences: {assumption: s, statements: SOUTH}}
"""
WHOLES = [
    ("[a]", "[b]", "Nobody would leave 1 of the 4 possible outcomes."),
    (
        "[a iff b]",
        "[not (a iff b)]",
        "Counting what others would answer, nobody would leave any of the 4 possible outcomes.",
    ),
    ("[b, not a]", "[a, not b]", "Counting what others would answer, nobody would leave 2 of the 4 possible outcomes."),
]


@pytest.mark.parametrize(("north", "south", "headline"), WHOLES)
def test_without_names_the_headline_counts_what_nobody_would_leave(
    north: str, south: str, headline: str, opened: Opener
) -> None:
    case = opened(UNNAMED.replace("NORTH", north).replace("SOUTH", south))

    assert chapter(case.at().conflict(), "matrix").headline == headline


def test_without_a_list_of_states_it_tells_the_share(opened: Opener) -> None:
    """In a prisoner's dilemma two of four states hold, counting answers."""
    case = opened(UNNAMED.replace("NORTH", "[b, not a]").replace("SOUTH", "[a, not b]"))
    found = chapter(case.at().conflict(engine="symbolic"), "matrix")

    assert found.headline == "Counting what others would answer, nobody would leave 50 % of the possible outcomes."
    assert found.tables == ()
    assert found.because
