"""The brief as a Word document, read by python-docx: headings, tables, endnotes, languages; hostile text stays text."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest
from tests.exports.briefs.edition import edition, hostile
from tests.report.hostile import TEXTS

from detente.exports.brief_files import writer_for
from detente.exports.export import MissingExtraError
from detente.exports.word.tables import MOST
from detente.findings import Depth, Edition

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def written(made: Edition) -> bytes:
    [data] = writer_for(Path("x.docx")).write(made)
    assert isinstance(data, bytes)
    return data


def part(data: bytes, name: str) -> ElementTree.Element:
    with ZipFile(io.BytesIO(data)) as file:
        return ElementTree.fromstring(file.read(name))  # noqa: S314


def words(element: ElementTree.Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def test_answers_stand_under_their_headings_and_then_what_is_behind_them() -> None:
    document: Any = docx.Document(io.BytesIO(written(edition())))
    headings = [(each.style.name, each.text) for each in document.paragraphs if each.style.name in OUTLINE]

    assert headings == [
        ("Title", "North and South: the Ford is nearly settled."),
        ("Heading 1", "Where it stands"),
        ("Heading 1", "Why it is stuck"),
        ("Heading 1", "What would settle it"),
        ("Heading 1", "When"),
        ("Heading 1", "Who gains"),
        ("Heading 1", "Least certain"),
        ("Heading 1", "At a glance"),
        *((f"Heading {level}", text) for level, text in BEHIND),
        ("Heading 1", "How to obtain this again"),
        ("Heading 1", "Sources"),
    ]
    said = [each.text for each in document.paragraphs]
    assert all(f"The answer to “{label}”." in " ".join(said) for label in ("When", "Who gains"))
    assert document.core_properties.title == "North and South: the Ford is nearly settled."
    assert document.core_properties.author == "R. Ferry, M. Bank"


OUTLINE = ("Title", "Heading 1", "Heading 2")
SAMPLE = {each.id: each.headline for findings in edition().findings for each in findings.findings}
BEHIND = (
    (2, SAMPLE["formats"]),
    (1, "Where it stands"),
    (2, SAMPLE["issues"]),
    (1, "Why it is stuck"),
    (2, SAMPLE["equilibria"]),
)


def test_tables_say_their_first_rows_and_how_many_more_there_are() -> None:
    document: Any = docx.Document(io.BytesIO(written(edition())))
    made = edition()
    open_ones = [each for findings in made.findings for each in findings.findings]
    open_ones.sort(key=lambda each: each.id != "formats")
    tables = [t for each in open_ones for t in (*(figure.table for figure in each.figures), *each.tables) if t.rows]
    captions = [each.text for each in document.paragraphs if each.style.name == "Caption"]

    assert captions == [table.caption for table in tables]
    for grid, table in zip(document.tables, tables, strict=True):
        heads = [cell.text for cell in grid.rows[0].cells]
        assert [head.partition(" (")[0] for head in heads[: len(table.columns)]] == [c.title for c in table.columns]
        assert len(grid.rows) == min(len(table.rows), MOST) + 1
        rests = any(not row.is_bare for row in table.rows[:MOST])
        assert (heads[-1] == "Rests on") is rests
        described = grid._tbl.tblPr.find(f"{W}tblDescription").get(f"{W}val")
        assert described
        assert grid._tbl.tblPr.find(f"{W}tblCaption").get(f"{W}val") == table.caption
        assert grid.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None
    more = [len(table.rows) - MOST for table in tables if len(table.rows) > MOST]
    assert [each.text for each in document.paragraphs if "more in the report" in each.text] == [
        f"{number} more in the report." for number in more
    ]


def test_every_source_is_one_endnote_that_is_numbered_where_it_is_first_cited() -> None:
    data = written(edition())
    body, notes = part(data, "word/document.xml"), part(data, "word/endnotes.xml")

    marks = [each.get(f"{W}id") for each in body.iter(f"{W}endnoteReference")]
    told = {each.get(f"{W}id"): words(each).strip() for each in notes.iter(f"{W}endnote")}
    assert marks == ["1", "2", "3"]
    assert list(told) == ["-1", "0", "1", "2", "3"]
    assert told["1"].startswith("The Ford: a chronology.")
    assert told["2"].startswith("Հանդիպման ամփոփում.")
    fields = [each.text for each in body.iter(f"{W}instrText")]
    begun = {each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")}
    assert fields
    assert {each.split()[1] for each in fields if each} <= begun == {"source1", "source2", "source3"}
    places = {each.text for each in body.iter(f"{W}t")}
    assert {" ¶7", " p. 1"} <= places


def test_endnotes_link_to_where_their_source_can_be_read() -> None:
    data = written(edition())
    notes = part(data, "word/endnotes.xml")
    related = {
        each.get("Id"): each.attrib for each in part(data, "word/_rels/endnotes.xml.rels") if each.get("TargetMode")
    }

    links = {each.get(f"{R}id"): words(each) for each in notes.iter(f"{W}hyperlink")}
    assert {related[name]["Target"] for name in links} == set(links.values())
    assert set(links.values()) == {"https://example.org/ford/chronology", "https://example.org/north/readout?id=7"}
    settings = part(data, "word/settings.xml")
    assert [each.get(f"{W}val") for each in settings.iter(f"{W}numFmt")] == ["decimal"]


def test_the_language_is_set_and_that_of_other_words_too() -> None:
    data = written(edition())

    styles = {each.get(f"{W}val") for each in part(data, "word/styles.xml").iter(f"{W}lang")}
    passages = {each.get(f"{W}val") for each in part(data, "word/document.xml").iter(f"{W}lang")}
    assert styles == {"en-GB"}
    assert passages == {"hy", "ka"}


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert written(edition()) == written(edition())


@pytest.mark.parametrize("kind", TEXTS)
def test_hostile_texts_stay_texts(kind: str) -> None:
    data = written(hostile(TEXTS[kind]))
    document: Any = docx.Document(io.BytesIO(data))

    with ZipFile(io.BytesIO(data)) as file:
        names = [name for name in file.namelist() if name.endswith((".xml", ".rels"))]
        texts = "".join(file.read(name).decode() for name in names)
    assert not {"\x00", "\x1b", "\ud800", "\u202e"} & set(texts)
    assert 'TargetMode="External"' not in texts
    tags = {each.tag.rpartition("}")[2] for name in names for each in part(data, name).iter()}
    assert not tags & {"script", "img", "altChunk", "object", "control"}
    shown = " ".join(TEXTS[kind].split()) if kind not in ("control", "right-to-left") else ""
    assert shown in document.paragraphs[0].text


@pytest.mark.parametrize("library", ["docx", "resvg_py"])
def test_without_a_library_it_says_what_to_install(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)

    with pytest.raises(MissingExtraError, match=rf"{library}, which is not installed: pip install 'detente\[docx\]'"):
        written(edition())


def test_the_pictures_of_the_front_have_alternative_texts_and_no_others_are_drawn() -> None:
    [front] = [each for findings in edition().findings for each in findings.findings if each.depth is Depth.FRONT]
    document: Any = docx.Document(io.BytesIO(written(edition())))

    told = [(shape._inline.docPr.get("title"), shape._inline.docPr.get("descr")) for shape in document.inline_shapes]
    assert told == [(figure.title, figure.description) for figure in front.figures]
    assert told


def test_a_machine_without_fonts_gets_no_pictures_and_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.exports.word.pictures.can_draw", lambda: False)
    document: Any = docx.Document(io.BytesIO(written(edition())))

    assert not list(document.inline_shapes)
    assert "No pictures were drawn, for this machine has no fonts" in "".join(each.text for each in document.paragraphs)
