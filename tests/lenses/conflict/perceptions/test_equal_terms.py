"""Readings on equal terms: nothing hangs on whose reading the model is written by."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.conftest import Opener
from tests.lenses.conflict.perceptions.saying import others, verdict_of
from tests.lenses.reading import chapter, rows

from detente.findings import Finding
from detente.session import CaseError, open_case

WHOLE = """
case: {{id: claim, as_of: 2025-07-10, known_until: 2025-12-31}}
sources: [{{id: wire}}]
actors: [{{id: north, name: North, kind: state}}, {{id: south, name: South, kind: state}}]
conflict:
  from: 2023
  decision_makers:
    - actor: north
      options: [{{id: amend, text: Amend the charter}}]
      preferences: {{assumption: a, statements: [{{id: n0, when: {n0}}}, {{id: n1, when: {n1}}}]}}
    - actor: south
      options: [{{id: sign, text: Sign}}, {{id: press, text: Press, available: {press}}}]
      preferences: {{assumption: a, statements: [{{id: s0, when: {s0}}}, {{id: s1, when: {s1}}}]}}
  infeasible: [{{when: {cannot}}}]
  status_quo: []
  named_states: {{deal: [amend, sign], pressure: [press]}}
  perceptions:
    - {of_north}
    - {of_south}
"""

CLAIM = "by: south, reads: a claim on its land, cites: wire ¶3"
DENIAL = "by: north, reads: no claim on anybody's land., cites: wire ¶4, from: 2023"


def written(by: str, north: dict[str, str], south: dict[str, str]) -> str:
    """Return the case with its model written by one side's reading, and the other's as changes to it."""
    base, other = (north, south) if by == "north" else (south, north)
    paths = {"n0": "conflict.n0.when", "n1": "conflict.n1.when", "s0": "conflict.s0.when", "s1": "conflict.s1.when"}
    changes = [f"{{set: {path}, to: '{other[key]}'}}" for key, path in paths.items() if other[key] != base[key]]
    if other["cannot"] != base["cannot"]:
        changes.append(f"{{set: conflict.infeasible, to: [{{when: '{other['cannot']}'}}]}}")
    if other["press"] != base["press"]:
        changes.append(f"{{set: conflict.press.available, to: {other['press']}}}")
    changed = f", changes: [{', '.join(changes)}]" if changes else ""
    of_north = f"{{{DENIAL}{changed if by == 'south' else ''}}}"
    of_south = f"{{{CLAIM}{changed if by == 'north' else ''}}}"
    quoted = {key: text if key == "press" else f"'{text}'" for key, text in base.items()}
    return WHOLE.format(**quoted, of_north=of_north, of_south=of_south)


WISHES = st.sampled_from(
    ["amend", "not amend", "sign", "not sign", "press", "not press", "sign iff amend", "press iff not amend"]
)
READINGS = st.fixed_dictionaries(
    dict.fromkeys(["n0", "n1", "s0", "s1"], WISHES)
    | {"cannot": st.sampled_from(["sign and press", "press and amend", "sign and not amend and press"])}
    | {"press": st.sampled_from(["2024", "false"])}
)


def results(found: Finding) -> tuple[Any, ...]:
    """Return what a chapter says beside how each reads it, which stands in the words of the model as it is written."""
    return found.headline, verdict_of(found), found.tables, others(found)[2:], frozenset(found.because)


@given(north=READINGS, south=READINGS)
def test_it_makes_no_difference_by_whose_reading_the_model_is_written(
    north: dict[str, str], south: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    assume(north != south)
    path = tmp_path_factory.mktemp("claim") / "claim.yaml"
    found = []
    for by in ("north", "south"):
        path.write_text(written(by, north, south), encoding="utf-8")
        case = open_case(path)
        assert case.errors == ()
        found.append(chapter(case.at().conflict(), "perceptions"))

    one, other = found
    assert results(one) == results(other)
    for each in found:
        assert [said.text.split(".")[0] for said in each.statements[:2]] == [
            "North reads it as no claim on anybody's land",
            "South reads it as a claim on its land",
        ]
        assert verdict_of(each).startswith(
            "North reads it as no claim on anybody's land; South as a claim on its land; the status quo holds "
        )


@given(north=READINGS, south=READINGS)
def test_tables_say_of_each_reading_what_the_case_says_that_has_no_other(
    north: dict[str, str], south: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The twin: one case for each reading, without perceptions; and of each side what it does in its own."""
    assume(north != south)
    path = tmp_path_factory.mktemp("claim") / "claim.yaml"
    documents = []
    for by in ("north", "south"):
        path.write_text(written(by, north, south).partition("  perceptions:")[0], encoding="utf-8")
        documents.append(open_case(path).at().conflict().document)
    path.write_text(written("north", north, south), encoding="utf-8")
    findings = open_case(path).at().conflict()

    held = {state: _held(documents, state) for state in {name for each in documents for name in each["states"]["list"]}}
    spoken = {"status quo": "NNN", "deal": "YYN", "pressure": "NNY"}
    possible = {name: state for name, state in spoken.items() if state in held}
    at_odds = {state for state, cells in held.items() if _differs(cells)}
    listed = [found for found in findings.findings if found.id in ("perceptions", "perceived")]
    told = {table.id: rows(found, table.id) for found in listed for table in found.tables}
    shown = {row["state"]: row for row in told.get("perceived-states", [])}
    assert set(shown) == at_odds - set(possible.values())
    for state, row in shown.items():
        assert (row["own-0"], row["own-1"], row["each"]) == held[state]
    for row in told.get("perceived-outcomes", []):
        columns = dict(zip(("own-0", "own-1", "each"), held[possible[row["name"]]], strict=True))
        assert all(row.get(key, cell) == cell for key, cell in columns.items())


SHORT = {"nash": "Nash", "gmr": "GMR", "smr": "SMR", "seq": "SEQ", "sseq": "SSEQ"}


def _held(documents: list[Any], state: str) -> tuple[Any, ...]:
    """Return the cells of a state: under each reading by its own case, and when each acts on its own."""
    cells: list[Any] = []
    for each in documents:
        holds = tuple(SHORT[key] for key, states in each["equilibria"].items() if state in states)
        cells.append((holds or "no") if state in each["states"]["list"] else "it cannot be")
    sides = list(zip(documents, ("north", "south"), strict=True))
    own = tuple(SHORT[key] for key in SHORT if all(state in each["stability"][key][side] for each, side in sides))
    everywhere = all(state in each["states"]["list"] for each in documents)
    return (*cells, (own or "no") if everywhere else "not possible under every reading")


def _differs(cells: tuple[Any, ...]) -> bool:
    """Whether a state holds by some concept in one column and not in another."""
    return len({cell if isinstance(cell, tuple) else () for cell in cells}) > 1


NORTHERN = {
    "n0": "sign",
    "n1": "not amend",
    "s0": "sign iff amend",
    "s1": "not press",
    "cannot": "sign and press",
    "press": "2024",
}
SOUTHERN = NORTHERN | {"n1": "amend"}


def test_whose_reading_the_model_follows_is_said_and_what_differs_under_it(opened: Opener) -> None:
    """By North's reading it amends for nothing; by South's it keeps the charter, were it not for the signature."""
    found = chapter(opened(written("south", NORTHERN, SOUTHERN)).at().conflict(), "perceptions")

    assert [(said.text, [str(cite) for cite in said.cites]) for said in found.statements[:2]] == [
        (
            "North reads it as no claim on anybody's land. Under North's reading, North prefers not “Amend the "
            "charter”. Under South's reading, North prefers “Amend the charter”.",
            ["wire ¶4"],
        ),
        ("South reads it as a claim on its land. The model as it is written follows this reading.", ["wire ¶3"]),
    ]
    # Under South's reading North gains by amending, and nobody answers it; under North's, by nothing that it can do.
    assert verdict_of(found) == (
        "North reads it as no claim on anybody's land; South as a claim on its land; the status quo holds only under "
        "North's reading (Nash, GMR, SMR, SEQ, SSEQ), and when each acts on its own."
    )
    assert [row["name"] for row in rows(found, "perceived-outcomes")] == ["status quo", "deal", "pressure"]
    assert [column.title for column in found.tables[0].columns] == [
        "Outcome",
        "Under North's reading",
        "Under South's reading",
        "When each acts on its own reading",
    ]


def test_an_option_that_there_is_under_one_reading_only_surprises_who_does_not_know_of_it(opened: Opener) -> None:
    """Whoever's reading the model is written by: by North's, South cannot press; South would gain nothing by it."""
    for by in ("north", "south"):
        found = chapter(opened(written(by, NORTHERN | {"press": "false"}, NORTHERN)).at().conflict(), "perceptions")

        assert [said.text for said in others(found) if "reckon" in said.text] == [
            "By its own reading North does not reckon with what South could do under South's reading: take “Press”. "
            "Under that reading South would not gain by it."
        ]
        assert [row["own-0"] for row in rows(found, "perceived-outcomes") if row["name"] == "pressure"] == [
            "it cannot be"
        ]


def test_what_is_so_of_every_outcome_under_a_reading_is_a_sentence(opened: Opener) -> None:
    """By its own reading North amends at once; by its own, South wants neither a signature nor pressure.

    So North leaves the status quo, and South the deal and the pressure.
    """
    content = {"n0": "not amend", "n1": "not amend", "s0": "not sign", "s1": "not press"}
    text = written("north", NORTHERN | {"n1": "amend"}, NORTHERN | content)
    found = chapter(opened(text).at().conflict(), "perceptions")

    assert [column.title for column in found.tables[0].columns] == [
        "Outcome",
        "Under North's reading",
        "Under South's reading",
    ]
    assert found.statements[-1].text == (
        "When each acts on its own reading, neither the status quo nor any outcome asked about holds."
    )


def test_what_is_so_of_every_outcome_under_each_reading_leaves_no_table(opened: Opener) -> None:
    """East alone decides whether to wait, and wants to; all outcomes asked about are of not waiting."""
    findings = opened(with_east(written("north", NORTHERN, SOUTHERN), "wait")).at().conflict()
    found = chapter(findings, "perceptions")

    assert found.tables == ()
    assert [table.id for table in chapter(findings, "perceived").tables] == ["perceived-states"]
    assert found.statements[-1].text == (
        "Under each reading, and when each acts on its own, neither the status quo nor any outcome asked about holds."
    )


def test_a_reading_that_changes_nothing_is_told_and_nothing_is_made_of_it(opened: Opener) -> None:
    alone = written("south", NORTHERN, NORTHERN)
    findings = opened(alone).at().conflict()
    found = chapter(findings, "perceptions")

    assert verdict_of(found) == (
        "North reads it as no claim on anybody's land; South as a claim on its land; in the model this makes no "
        "difference."
    )
    assert found.tables == ()
    assert len(found.statements) == 2
    assert findings.document["hypergame"]["perceptions"] == {}
    assert findings.document["hypergame"]["only_by_perception"] == {
        key: [] for key in findings.document["hypergame"]["equilibria"]
    }


def with_east(text: str, wish: str) -> str:
    """Return the case with a third decision maker, of whom it says nothing but what it wants."""
    east = "    - {actor: east, options: [{id: wait, text: Wait}], preferences: {assumption: a, statements: [%s]}}\n"
    text = text.replace("actors: [", "actors: [{id: east, name: East, kind: state}, ")
    return text.replace("  infeasible", east % wish + "  infeasible")


def test_of_whom_the_case_does_not_say_it_acts_on_the_model_as_it_is_written(opened: Opener) -> None:
    text = with_east(written("north", NORTHERN, SOUTHERN), "not wait")
    found = chapter(opened(text).at().conflict(), "perceptions")

    assert (found.assumptions[-1].text, found.assumptions[-1].assumption) == (
        "East acts on North's reading.",
        "the case does not say how it reads the matter",
    )


def test_two_may_share_the_reading_that_the_model_is_written_by(opened: Opener) -> None:
    text = with_east(written("north", NORTHERN, SOUTHERN), "not wait")
    found = chapter(
        opened(text + "    - {by: east, reads: an old phrase, cites: wire}\n").at().conflict(), "perceptions"
    )

    assert found.tables[0].columns[1].title == "Under the reading of North and East"
    assert verdict_of(found).startswith(
        "North reads it as no claim on anybody's land; South as a claim on its land; East as an old phrase; the "
    )


def test_one_reading_beside_that_of_the_case_is_said_to_be_another(opened: Opener) -> None:
    text = written("north", NORTHERN, SOUTHERN)
    found = chapter(opened(text.replace(f"    - {{{DENIAL}}}\n", "")).at().conflict(), "perceptions")

    said = "South reads it as a claim on its land; this case follows another reading; the "
    assert verdict_of(found).startswith(said)


def test_many_readings_are_told_below_the_headline_only(opened: Opener) -> None:
    more = "".join(f"    - {{by: north, reads: matter {k}, cites: wire}}\n" for k in range(2))
    found = chapter(opened(written("north", NORTHERN, SOUTHERN) + more).at().conflict(), "perceptions")

    assert verdict_of(found).startswith("North's and South's readings differ; the status quo ")
    assert found.statements[3].text == "North reads it as matter 1. The model as it is written follows this reading."


def dated(bounds: str) -> str:
    """Return the case in which South reads it as a claim for some time only."""
    return written("north", NORTHERN, SOUTHERN).replace("by: south,", f"by: south, {bounds},")


@pytest.mark.parametrize(
    ("bounds", "day", "holds"),
    [
        ("from: 2025-03-13", "2025-03-12", False),
        ("from: 2025-03-13", "2025-03-13", True),
        ("from: 2023, to: 2025-03-13", "2025-03-13", True),
        ("from: 2023, to: 2025-03-13", "2025-03-14", False),
    ],
)
def test_a_reading_is_told_of_the_days_on_which_it_holds(bounds: str, day: str, holds: bool, opened: Opener) -> None:
    findings = opened(dated(bounds)).at(day).conflict()
    found = chapter(findings, "perceptions")

    assert ("South" in verdict_of(found)) is holds
    assert bool(found.tables) is holds
    assert (findings.document["hypergame"]["perceptions"] == {}) is not holds


def test_where_a_date_leaves_open_whether_a_reading_holds_the_answer_hangs_on_it(opened: Opener) -> None:
    findings = opened(dated("from: 2025-03")).at("2025-03-13").conflict()

    assert findings.document["determined"] is False
    assert chapter(findings, "determination").headline == (
        "It depends on whether “South reads it as a claim on its land” already held on 13 March 2025 (the case says "
        "since March 2025)."
    )


def test_a_perception_that_rests_on_one_of_another_time_is_a_problem_at_its_line(opened: Opener) -> None:
    more = (
        "    - {by: south, assumption: a, from: 2023, to: 2025-01, changes: ["
        "{add: conflict.south.preferences.statements, record: {id: late, when: sign}}]}\n"
        "    - {by: south, assumption: a, from: 2023, changes: [{drop: conflict.late}]}\n"
    )
    text = written("north", NORTHERN, SOUTHERN) + more
    case = opened(text)

    assert case.errors == ()
    assert case.at("2024-12-15").conflict().document["determined"] is True
    with pytest.raises(CaseError) as refused:
        case.at("2025-02-15").conflict()
    (found,) = refused.value.diagnostics
    assert (found.code, found.message) == (
        "DT710",
        "under the reading of 'south': 'conflict.late' names nothing in the case",
    )
    assert found.span.line == text.count("\n")


def test_a_perception_that_leaves_nothing_of_the_conflict_on_a_day_is_a_problem_at_its_line(opened: Opener) -> None:
    """By South's reading nobody wanted anything before 2025, when the second wish of North begins."""
    text = """
case: {id: bare, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
conflict:
  from: 2023
  decision_makers:
    - actor: north
      options: [{id: amend}]
      preferences: {assumption: a, statements: [{id: n0, when: amend}, {id: n1, when: not amend, from: 2025-01}]}
    - {actor: south, options: [{id: sign}]}
  perceptions:
    - {by: south, assumption: a, changes: [{drop: conflict.n0}]}
"""
    case = opened(text)

    assert case.at().conflict().document["determined"] is True
    with pytest.raises(CaseError) as refused:
        case.at("2024-06-01").conflict()
    (found,) = refused.value.diagnostics
    assert (found.code, found.span.line, found.message) == (
        "DT710",
        text.count("\n"),
        "under the reading of 'south': nothing is left of the conflict at this date",
    )


FORBIDDEN = re.compile(
    r"misperceiv|misread|mistak|wrong|truth|otherwise|in reality|the case has it|by the case|sees? it"
)


def test_no_reading_is_called_the_truth_and_nobody_is_said_to_misperceive(opened: Opener) -> None:
    southern = SOUTHERN | {"press": "false", "cannot": "press and amend", "s0": "press iff not amend"}
    for by in ("north", "south"):
        found = chapter(opened(written(by, NORTHERN, southern)).at().conflict(), "perceptions")
        told = [found.title, found.headline, *(said.text for said in (*found.statements, *found.assumptions))]
        told += [str(word) for table in found.tables for word in (table.caption, *(c.title for c in table.columns))]
        told += [str(cell) for table in found.tables for row in table.rows for cell in row.cells]

        assert len(told) > 20
        assert [text for text in told if FORBIDDEN.search(text.lower())] == []
