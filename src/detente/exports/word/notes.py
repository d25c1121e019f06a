"""Endnotes: every source is one, numbered as it is first cited; where it is cited again, a field repeats its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.exports.texts.inert import held
from detente.exports.word.markup import element, field, run
from detente.report.tree.wording import language_tag, safe_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from docx.document import Document
    from docx.opc.part import XmlPart
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

    from detente.findings import Reference

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
_MARK = "EndnoteReference"
_SEPARATORS = {"-1": "separator", "0": "continuationSeparator"}


class Notes:
    """The endnotes of a document.

    Parameters
    ----------
    document
        The document that they stand in, which gets styles and a part for them.
    references
        The sources by their ids.
    """

    def __init__(self, document: Document, references: Mapping[str, Reference]) -> None:
        self._references = references
        self._numbers: dict[str, int] = {}
        _prepare(document)
        self._part = _part(document)

    def cite(self, paragraph: Paragraph, cited: Iterable[tuple[str, str]]) -> None:
        """Add the numbers of sources to a paragraph, each with the places in it; ids that are no source are left out.

        Parameters
        ----------
        paragraph
            Where they are cited.
        cited
            Ids of sources and places in them, as texts that XML can hold.
        """
        places: dict[str, list[str]] = {}
        for source, at in cited:
            if source in self._references:
                places.setdefault(source, []).extend([at] if at else [])
        for count, (source, told) in enumerate(places.items()):
            if count:
                paragraph._p.append(run(", ", _MARK))  # noqa: SLF001 - the element of a paragraph has no other name
            paragraph._p.extend(self._mark(source))  # noqa: SLF001
            if told:
                paragraph._p.append(run(f" {', '.join(dict.fromkeys(told))}", _MARK))  # noqa: SLF001

    def language(self, source: str) -> str:
        """Return the language of a source, where it is known to be another one."""
        return language_tag(self._references[source].lang) if source in self._references else ""

    def _mark(self, source: str) -> list[BaseOxmlElement]:
        """Return the mark of a source: its endnote, or its number again."""
        number = self._numbers.get(source)
        if number is not None:
            return field(f"NOTEREF source{number} \\f \\h", str(number), _MARK)
        number = self._numbers[source] = len(self._numbers) + 1
        self._write(number, self._references[source])
        dressed = element("w:rPr", element("w:rStyle", w_val=_MARK))
        mark = element("w:r", dressed, element("w:endnoteReference", w_id=str(number)))
        begin = element("w:bookmarkStart", w_id=str(number), w_name=f"source{number}")
        return [begin, mark, element("w:bookmarkEnd", w_id=str(number))]

    def _write(self, number: int, source: Reference) -> None:
        """Write the endnote of a source: what it is, and where it can be read."""
        from docx.opc.constants import RELATIONSHIP_TYPE

        mark = element("w:r", element("w:rPr", element("w:rStyle", w_val=_MARK)), element("w:endnoteRef"))
        body = [mark, run(" "), run(held(source.text), lang=language_tag(source.lang))]
        if address := safe_url(source.url):
            related = self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            body += [run(" "), element("w:hyperlink", run(address, "Hyperlink"), r_id=related)]
        styled = element("w:pPr", element("w:pStyle", w_val="EndnoteText"))
        self._part.element.append(element("w:endnote", element("w:p", styled, *body), w_id=str(number)))


def _part(document: Document) -> XmlPart:
    """Return a new part for endnotes, with the lines that separate them from the text."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import XmlPart

    root = element("w:endnotes")
    for number, kind in _SEPARATORS.items():
        line = element("w:p", element("w:r", element(f"w:{kind}")))
        root.append(element("w:endnote", line, w_type=kind, w_id=number))
    package = document.part.package
    part = XmlPart(PackURI("/word/endnotes.xml"), _TYPE, root, package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.ENDNOTES)
    return part


def _prepare(document: Document) -> None:
    """Give a document the styles of endnotes and links, and make endnotes count 1, 2, 3."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    mark = document.styles.add_style(_MARK, WD_STYLE_TYPE.CHARACTER)
    mark.font.superscript = True
    document.styles.add_style("EndnoteText", WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(9)
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.underline, link.font.color.rgb = True, RGBColor(0x17, 0x50, 0x6A)
    separators = [element("w:endnote", w_id=number) for number in _SEPARATORS]
    document.settings.element.find("{*}compat").addprevious(element("w:endnotePr", _counted(), *separators))
    document.sections[0]._sectPr.insert(0, element("w:endnotePr", _counted()))  # noqa: SLF001


def _counted() -> BaseOxmlElement:
    return element("w:numFmt", w_val="decimal")
