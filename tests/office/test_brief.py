"""The brief as a Word document, opened by LibreOffice: headings, numbered endnotes with links, tables, languages."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from pypdf import PdfReader
from tests.exports.briefs.edition import edition, hostile
from tests.exports.briefs.test_docx import BEHIND, written
from tests.office.conftest import Convert
from tests.report.hostile import TEXTS

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
HREF = "{http://www.w3.org/1999/xlink}href"


def said(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def opened(path: Path, name: str = "content.xml") -> ElementTree.Element:
    with ZipFile(path) as file:
        return ElementTree.fromstring(file.read(name))  # noqa: S314


@pytest.fixture(scope="module")
def brief(convert: Convert, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("brief") / "brief.docx"
    path.write_bytes(written(edition()))
    return convert(path, "odt")


def test_its_headings_survive(brief: Path) -> None:
    headings = [(int(each.get(f"{TEXT}outline-level") or 0), said(each)) for each in opened(brief).iter(f"{TEXT}h")]

    answers = ("Where it stands", "Why it is stuck", "What would settle it", "When", "Who gains", "Least certain")
    assert headings == [
        *((1, answer) for answer in answers),
        (1, "At a glance"),
        *BEHIND,
        (1, "How to obtain this again"),
        (1, "Sources"),
    ]


def test_its_sources_are_numbered_endnotes_with_links(brief: Path) -> None:
    notes = list(opened(brief).iter(f"{TEXT}note"))

    assert {each.get(f"{TEXT}note-class") for each in notes} == {"endnote"}
    assert [said(each)[:17] for each in notes] == ["1The Ford: a chro", "2Հանդիպման ամփոփո", "3Evening bulletin"]
    links = [[link.get(HREF) for link in each.iter(f"{TEXT}a")] for each in notes]
    assert links == [["https://example.org/ford/chronology"], ["https://example.org/north/readout?id=7"], []]


def test_its_tables_repeat_their_heads_and_its_language_is_set(brief: Path) -> None:
    tables = list(opened(brief).iter(f"{TABLE}table"))
    languages = {each.get(f"{FO}language") for each in opened(brief, "styles.xml").iter() if each.get(f"{FO}language")}
    spoken = {each.get(f"{FO}language") for each in opened(brief).iter() if each.get(f"{FO}language")}

    assert len(tables) > 5
    assert all(each.find(f"{TABLE}table-header-rows") is not None for each in tables)
    assert languages == {"en"}
    assert {"hy", "ka"} <= spoken


def test_numbers_that_are_repeated_are_those_of_the_endnotes(brief: Path, convert: Convert) -> None:
    text = "\n".join(page.extract_text() for page in PdfReader(convert(brief, "pdf")).pages)

    assert "The answer to “Where it stands”.1, 2, 3" in text
    assert "The answer to “Who gains”.1" in text
    assert "1 The Ford: a chronology" in text


@pytest.mark.parametrize("kind", ["script", "right-to-left", "control"])
def test_hostile_texts_open_as_texts(kind: str, convert: Convert, tmp_path: Path) -> None:
    path = tmp_path / f"{kind}.docx"
    path.write_bytes(written(hostile(TEXTS[kind])))
    content = opened(convert(path, "odt"))

    shown = [said(each) for each in content.iter(f"{TEXT}h")]
    assert len(shown) == 14
    assert not list(content.iter(f"{TEXT}a")) + list(content.iter(f"{TEXT}script"))
