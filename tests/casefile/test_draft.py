"""A case as an editor holds it: unsaved text in the place of files, and nothing read twice."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from detente.casefile import Draft, load
from detente.casefile.yaml_tree import read_tree
from detente.diagnostics import SourceMap, Span

FLAGSHIP = Path(__file__).parents[2] / "examples" / "south-caucasus"
CASE = "case: {id: small, as_of: 2025-07-10}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a small case in a folder."""
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    (tmp_path / "actors.yaml").write_text("actors: [{id: north, name: North, kind: state}]\n", encoding="utf-8")
    return tmp_path


def test_unsaved_text_is_read_in_the_place_of_a_file_and_beside_the_files(folder: Path) -> None:
    draft = Draft({"actors.yaml": "actors: [{id: south, name: South, kind: state}]\n"})
    draft.unsaved["new.yaml"] = "terms: [{id: deal, neutral: agreement}]\n"
    draft.unsaved["notes.txt"] = "not of the case"

    found = load(folder, draft=draft)

    assert [actor.id for actor in found.case.actors] == ["south"]
    assert [Path(file.path).name for file in found.files] == ["actors.yaml", "case.yaml", "new.yaml"]
    assert "north" in (folder / "actors.yaml").read_text("utf-8")


def test_a_table_that_is_not_saved_is_read_too(folder: Path) -> None:
    draft = Draft({"corridor.nodes.csv": "id,name\nport,Port\n"})

    corridor = load(folder, draft=draft).case.corridor

    assert corridor is not None
    assert [node.id for node in corridor.nodes] == ["port"]


def test_a_single_file_is_held_as_well(folder: Path) -> None:
    found = load(folder / "case.yaml", draft=Draft({"case.yaml": CASE.replace("small", "other")}))

    assert found.case.case.id == "other"


def test_records_that_say_the_same_are_the_same_and_stand_where_they_stand_now(folder: Path) -> None:
    draft = Draft()
    before = load(folder, draft=draft)
    draft.unsaved["actors.yaml"] = "# a comment\n\nactors: [{id: north, name: North, kind: state}]\n"

    after = load(folder, draft=draft)

    assert after.case.actors[0] is before.case.actors[0]
    assert after.source_map.span("actors", 0).line == 3


@pytest.mark.parametrize("name", sorted(path.name for path in FLAGSHIP.glob("*.yaml")))
def test_a_case_is_read_from_a_draft_as_from_its_files(name: str, tmp_path: Path) -> None:
    """Whatever a draft has read before: half of a file, then the whole."""
    copy = Path(shutil.copytree(FLAGSHIP, tmp_path / "case"))
    text = (copy / name).read_text("utf-8")
    draft = Draft({name: text[: len(text) // 2]})
    load(copy, draft=draft)
    draft.unsaved[name] = text

    from_draft, from_files = load(copy, draft=draft), load(copy)

    assert replace(from_draft, files=()) == replace(from_files, files=())


TEXT = """\
case: {id: small, as_of: 2025-07-10}
actors:
  - id: north
    name: 'North'
    aliases: [the, north]
    note: >-
      several
      lines
  - {id: south, name: South}
"""


@pytest.mark.parametrize(
    ("path", "start", "end"),
    [
        (("case",), (1, 7), (1, 37)),
        (("actors", 0, "id"), (3, 9), (3, 14)),
        (("actors", 0, "name"), (4, 11), (4, 18)),
        (("actors", 0, "aliases"), (5, 14), (5, 26)),
        (("actors", 0, "aliases", 1), (5, 20), (5, 25)),
        (("actors", 1), (9, 5), (9, 29)),
        (("actors", 1, "name"), (9, 23), (9, 28)),
    ],
)
def test_spans_end_behind_their_last_character(
    path: tuple[str | int, ...], start: tuple[int, int], end: tuple[int, int], tmp_path: Path
) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(TEXT, "utf-8")
    span = _map(file).span(*path)

    assert ((span.line, span.column), span.end) == (start, end)


def test_a_record_in_lines_ends_with_what_is_in_it(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(TEXT, "utf-8")

    assert _map(file).span("actors", 0).end == (9, 1)  # a text of several lines takes the break behind it along
    assert _map(file).key("actors", 0, "note").end == (6, 9)


def test_where_a_span_ends_makes_it_no_other_span() -> None:
    assert Span("a.yaml", 1, 2, end=(1, 5)) == Span("a.yaml", 1, 2)
    assert len({Span("a.yaml", 1, 2, end=(1, 5)), Span("a.yaml", 1, 2)}) == 1


def _map(file: Path) -> SourceMap:
    tree, _ = read_tree(file.read_text("utf-8"), str(file))
    assert tree is not None
    return SourceMap(tree.place)
