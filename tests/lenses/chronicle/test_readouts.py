"""Readouts of one event, side by side on the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.lenses.reading import chapter, rows

from detente.findings import Finding
from detente.session import OpenCase, open_case

CASE = """
case: {{id: demo, as_of: 2025-06-10}}
sources:
  - {{id: first, title: Ours, kind: {kind}, file: a.txt, language: {language}}}
  - {{id: second, title: Theirs, kind: official-readout, file: b.txt, published: {published}}}
  - {{id: third, title: The press, kind: newspaper, file: b.txt}}
actors: [{{id: north, name: North, kind: state}}, {{id: south, name: South, kind: state}}]
events:
  - {{id: talks, date: 2025-06-01, what: The two sides meet, actors: [north, south], cites: [{cites}]}}
  - {{id: again, date: 2025-06-02, what: They meet again, actors: [north, south], cites: [{cites}]}}
"""
USUAL = {"kind": "readout", "language": "en", "published": "2025-06-02", "cites": "first ¶1, second ¶1, third ¶1"}
FIRST = "Both will meet on 5 May.\nThe road is open.\nAda Lind left.\n"
SECOND = "Both may meet on 6 May.\nThe road is open.\nNobody asked.\n"


def case(folder: Path, first: str = FIRST, second: str = SECOND, **changes: str) -> OpenCase:
    (folder / "case.yaml").write_text(CASE.format(**USUAL | changes), "utf-8")
    (folder / "a.txt").write_text(first, "utf-8")
    (folder / "b.txt").write_text(second, "utf-8")
    found = open_case(folder)
    assert found.errors == ()
    return found


def said(found: OpenCase) -> Finding:
    return chapter(found.at().chronicle(), "readouts")


def test_two_readouts_of_one_event_are_compared_once(tmp_path: Path) -> None:
    finding = said(case(tmp_path))

    told = [statement.text for statement in finding.statements]
    assert finding.headline == "The two sides meet. Its two readouts have 1 sentence in common."
    assert told[0].startswith("Of 3 sentences in “Ours” and 3 sentences in “Theirs”, 1 is in both, 1 in other words,")
    assert "“Theirs” softens 1 sentence of “Ours”." in told
    changed, only = finding.tables
    assert [str(cell) for cell in changed.rows[0].cells[:2]] == ["Both will meet on 5 May.", "Both may meet on 6 May."]
    assert changed.rows[0].cells[2] == ("softens: “will” → “may”", "numbers: “5” → “6”")
    assert [tuple(map(str, row.cells)) for row in only.rows] == [
        ("Ada Lind left.", "Ours"),
        ("Nobody asked.", "Theirs"),
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "newspaper"},
        {"cites": "first ¶1, third ¶1"},
        {"published": "2025-06-20"},
    ],
)
def test_nothing_is_shown_where_no_event_has_two(changes: dict[str, str], tmp_path: Path) -> None:
    assert case(tmp_path, **changes).at().chronicle().said("readouts") == ()


def test_a_readout_is_not_known_before_it_is_out(tmp_path: Path) -> None:
    found = case(tmp_path)

    assert found.at("2025-06-01").chronicle().said("readouts") == ()
    assert found.at("2025-06-02").chronicle().said("readouts")


def test_hedges_of_other_languages_are_not_read(tmp_path: Path) -> None:
    finding = said(case(tmp_path, language="de"))

    assert "so not here" in finding.statements[-1].text
    assert not any("softens" in statement.text for statement in finding.statements)


def test_readouts_that_are_nearly_one_count_as_one(tmp_path: Path) -> None:
    told = [statement.text for statement in said(case(tmp_path, second=FIRST)).statements]

    assert "So alike that one was hardly written without the other: what both say counts as told once." in told


def test_long_lists_are_cut_and_say_so(tmp_path: Path) -> None:
    many = "".join(f"w{k} x{k} y{k}.\n" for k in range(120))
    (table,) = said(case(tmp_path, first=many, second="The road is open.\n")).tables

    assert len(table.rows) == 100
    assert "the first 100 of 121" in table.caption


def test_three_readouts_make_three_pairs(tmp_path: Path) -> None:
    text = CASE.replace("kind: newspaper", "kind: readout")
    case(tmp_path)
    (tmp_path / "case.yaml").write_text(text.format(**USUAL), "utf-8")

    finding = said(open_case(tmp_path))

    assert finding.headline == "3 pairs of readouts of 1 event are compared."
    assert len(rows(finding, "readouts-changed-1")) == 1
