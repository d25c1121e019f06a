"""The brief as a Word document: the five answers, the tables behind them, and the sources as endnotes."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zipfile import ZipFile

from detente.exports.brief_files import Writer
from detente.exports.export import MissingExtraError
from detente.exports.outline import outline, references
from detente.exports.pictures.standalone import foot_of
from detente.exports.texts.inert import held
from detente.exports.zip_file import zipped
from detente.findings import Depth, Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document

    from detente.exports.outline import Outline
    from detente.exports.word.notes import Notes
    from detente.findings import Edition, Finding

_LANGUAGE = "en-GB"
_MORE = "More is in the report, which ‘detente report’ writes."
_NO_PICTURES = "No pictures were drawn, for this machine has no fonts; their tables stand in their place."


def write(edition: Edition) -> list[bytes]:
    """Return the file; the same edition gives the same bytes.

    Raises
    ------
    ExportError
        If there is no brief.
    MissingExtraError
        If python-docx or resvg is not installed.
    """
    try:
        import docx
        import resvg_py  # noqa: F401 - what draws pictures
    except ModuleNotFoundError as error:
        message = f"Word documents need the module {error.name}, which is not installed: pip install 'detente[docx]'"
        raise MissingExtraError(message, name=error.name) from error
    from detente.exports.word.notes import Notes
    from detente.exports.word.pictures import can_draw

    found = outline(edition)
    document = docx.Document()
    _dress(document, edition, found)
    notes = Notes(document, references(edition))
    foot = foot_of(edition.stamp) if can_draw() else ""
    document.add_heading(held(found.title), 0)
    document.add_paragraph(held(found.rests_on), "Intense Quote")
    for each in found.paragraphs:
        document.add_heading(held(each.heading), 1)
        paragraph = document.add_paragraph(held(each.text))
        notes.cite(paragraph, ((source, "") for source in each.sources))
    for title, findings in _parts(edition):
        document.add_heading(held(title), 1)
        for finding in findings:
            _finding(document, finding, notes, foot)
    document.add_heading("How to obtain this again", 1)
    document.add_paragraph(_MORE if foot else f"{_MORE} {_NO_PICTURES}")
    for name, value in found.stamp:
        document.add_paragraph(held(f"{name}: {value}"), "List Bullet")
    document.add_heading("Sources", 1)
    return [_bytes(document)]


def _parts(edition: Edition) -> Iterator[tuple[str, list[Finding]]]:
    """Yield what stands open on the page: the findings of the pictures, then those of each part."""
    open_ones = [each for findings in edition.findings for each in findings.findings if each.depth in _OPEN]
    front = [each for each in open_ones if each.depth is Depth.FRONT]
    if front:
        yield "At a glance", front
    for part in Part:
        found = [each for each in open_ones if each.depth is Depth.HEADLINE and each.part is part]
        if found:
            yield part.capitalize(), found


_OPEN = (Depth.FRONT, Depth.HEADLINE)


def _finding(document: Document, finding: Finding, notes: Notes, foot: str) -> None:
    from detente.exports.word.pictures import add_picture
    from detente.exports.word.tables import add_basis, add_table

    document.add_heading(held(finding.headline), 2)
    for said in finding.statements:
        paragraph = document.add_paragraph(f"{held(said.text)} ", "List Bullet")
        add_basis(paragraph, said, notes)
    for figure in finding.figures:
        if foot and finding.depth is Depth.FRONT:
            add_picture(document, figure, foot)
        add_table(document, figure.table, f"{figure.title}. {figure.description}", notes)
    for table in finding.tables:
        add_table(document, table, finding.headline, notes)


def _dress(document: Document, edition: Edition, found: Outline) -> None:
    """Set the language, the sheet, the styles, and what the file says of itself."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt

    from detente.exports.word.markup import element

    made = datetime(1980, 1, 1, tzinfo=UTC)
    about, stamp = document.core_properties, edition.stamp
    about.title, about.language, about.author = held(found.title)[:255], _LANGUAGE, held(", ".join(stamp.authors))[:255]
    about.comments, about.created, about.modified = held(stamp.program)[:255], made, made
    text = document.styles.add_style("TableText", WD_STYLE_TYPE.PARAGRAPH)
    text.font.size, text.paragraph_format.space_after = Pt(8), Pt(0)
    document.styles["Heading 2"].font.size = Pt(11)
    document.styles["List Bullet"].paragraph_format.space_after = Pt(2)
    for languages in document.styles.element.iter("{*}lang"):
        languages.getparent().replace(languages, element("w:lang", w_val=_LANGUAGE))
    sheet = document.sections[0]
    sheet.page_width, sheet.page_height = Cm(21), Cm(29.7)
    sheet.left_margin = sheet.right_margin = sheet.top_margin = sheet.bottom_margin = Cm(2)


def _bytes(document: Document) -> bytes:
    """Return a document as a file that is the same whenever it is made."""
    data = io.BytesIO()
    document.save(data)
    with ZipFile(data) as made:
        return zipped((name, made.read(name)) for name in made.namelist())


WRITER = Writer("Word", write, is_text=False)
