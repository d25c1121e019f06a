"""What an editor asks of a case that is being written: ids, renaming, and answers about half-typed text."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from detente.case.shape import records, references
from detente.diagnostics import is_clean
from detente.session.editing import Desk, Edit, Lines, Name, complete, edited, fixes, hover, rename

ROOT = Path(__file__).parents[2]
FLAGSHIP = ROOT / "examples" / "south-caucasus"
RICH = ROOT / "tests" / "fuzz" / "rich.yaml"
SMALL = """\
case: {id: small, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
events:
  - {id: met, date: 2025-07-01, what: They met, actors: [north, south], assumption: a}
"""


def desk_of(path: Path) -> Desk:
    """Return a case on a desk."""
    desk = Desk(path)
    desk.check()
    return desk


@pytest.fixture
def small(tmp_path: Path) -> Desk:
    """Return a small case on a desk."""
    (tmp_path / "case.yaml").write_text(SMALL, encoding="utf-8")
    return desk_of(tmp_path)


@pytest.mark.parametrize("path", [FLAGSHIP, RICH], ids=["flagship", "rich"])
def test_every_mention_stands_where_the_index_says(path: Path) -> None:
    desk = desk_of(path)

    for several in desk.index.by_name.values():
        for mention in several:
            (piece,) = desk.index.lines.pieces(mention.span)
            assert piece[2] == mention.name.id


@pytest.mark.parametrize("path", [FLAGSHIP, RICH], ids=["flagship", "rich"])
def test_every_reference_of_the_case_is_in_the_index(path: Path) -> None:
    desk = desk_of(path)
    mentioned = {mention.at for several in desk.index.by_name.values() for mention in several}

    missing = [each for each in references(records(desk.opened.case)) if each.path not in mentioned]

    assert missing == []


@pytest.mark.slow
@pytest.mark.parametrize(("path", "every"), [(FLAGSHIP, 100), (RICH, 4)], ids=["flagship", "rich"])
def test_renaming_anything_leaves_the_problems_of_a_case_as_they_were(path: Path, every: int) -> None:
    desk = desk_of(path)
    before = Counter(found.code for found in desk.opened.diagnostics)
    texts = dict(desk.index.lines.texts)
    names = [name for name in desk.index.by_name if desk.index.definition(name)]

    for name in names[::every]:
        written: defaultdict[str, list[Edit]] = defaultdict(list)
        for edit in rename(desk, name, f"{name.id}-renamed"):
            written[edit.span.path].append(edit)
        for file, edits in written.items():
            desk.write(Path(file).name, edited(texts[file], tuple(edits)))
        assert Counter(found.code for found in desk.check()) == before, name
        for file in written:
            desk.leave(Path(file).name)
        desk.check_quickly()


def test_a_slip_in_one_file_is_told_once(small: Desk) -> None:
    small.write("case.yaml", SMALL.replace("id: north,", "id: nort,"))

    (found,) = small.check_quickly()

    assert found.code == "DT201"


def test_half_typed_text_is_told_of_and_what_was_read_last_answers(small: Desk) -> None:
    small.write("case.yaml", SMALL.replace("[north, south]", "[north, south"))

    assert [found.code for found in small.check_quickly()] == ["DT010"]
    said = hover(small, "case.yaml", 4, SMALL.splitlines()[3].index("south") + 1)
    assert said is not None
    assert "South" in said.markdown


@pytest.mark.parametrize("length", range(len(SMALL) + 1))
def test_every_prefix_of_a_file_is_answered(small: Desk, length: int) -> None:
    text = SMALL[:length]
    lines = text.split("\n")
    small.write("case.yaml", text)

    small.check()
    hover(small, "case.yaml", len(lines), len(lines[-1]) + 1)
    complete(small, "case.yaml", len(lines), len(lines[-1]) + 1)

    assert Name("north") in small.index.by_name or is_clean(small.opened.loaded.diagnostics)


def test_a_quick_fix_writes_the_word_that_was_meant(small: Desk) -> None:
    wrong = SMALL.replace("actors: [north, south]", "actors: [north, sout]")
    small.write("case.yaml", wrong)

    (fix,) = fixes(small, small.check()[0])

    assert edited(wrong, fix.edits) == SMALL


def test_lines_are_counted_as_editors_count_them() -> None:
    lines = Lines({"a": "one\r\ntwo\rthree\n"})

    assert lines.in_file("a") == ["one", "two", "three", ""]
