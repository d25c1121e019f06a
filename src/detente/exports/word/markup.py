"""Markup of Word documents: elements by their short names, and runs of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement


def element(name: str, *inside: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
    """Return an element such as ``w:r`` with others inside; an attribute ``w_val`` is ``w:val``."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(key.replace("_", ":", 1)), value)
    made.extend(inside)
    return made


def run(text: str, style: str = "", lang: str = "") -> BaseOxmlElement:
    """Return a run of text, which must be one that XML can hold, in a character style and a language."""
    words: Any = element("w:t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    dress = [element("w:rStyle", w_val=style)] if style else []
    dress += [element("w:lang", w_val=lang, w_bidi=lang)] if lang else []
    return element("w:r", *([element("w:rPr", *dress)] if dress else []), words)


def field(instruction: str, shown: str, style: str) -> list[BaseOxmlElement]:
    """Return a field that a program may work out anew, and what it shows until then."""
    code: Any = element("w:instrText")
    code.text = f" {instruction} "
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    marks = {kind: element("w:r", element("w:fldChar", w_fldCharType=kind)) for kind in ("begin", "separate", "end")}
    return [marks["begin"], element("w:r", code), marks["separate"], run(shown, style), marks["end"]]
