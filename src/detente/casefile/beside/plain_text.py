"""Plain texts: files that a user names to have their words read, in an encoding that the file itself tells."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from detente.casefile.files import read_data
from detente.diagnostics import Diagnostic, Rule, Span

if TYPE_CHECKING:
    from pathlib import Path

UNKNOWN_ENCODING = Rule(
    "DT040",
    "a text in an encoding that nothing tells",
    "A text is read as UTF-8, or as UTF-16 or UTF-32 where a byte order mark at its head says so. Other encodings, as "
    "Windows-1251, are not guessed: a wrong guess gives other words. Save the file as UTF-8 in your editor, or convert "
    "it: 'iconv -f WINDOWS-1251 -t UTF-8 FILE > NEW'.",
)
NO_TEXT = Rule(
    "DT041",
    "a file that is no text",
    "The file holds bytes that no plain text has, such as those of a PDF, of a Word document or of a picture, or it is "
    "UTF-16 without a byte order mark. Save its words as plain text in UTF-8.",
)
NO_WORDS = Rule(
    "DT042",
    "a text without words",
    "The file is empty, or holds neither letters nor figures, so that there is nothing to compare.",
)

_MARKS = (  # that of UTF-32 begins as that of UTF-16 does
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DOCUMENTS = ((b"%PDF-", "a PDF"), (b"PK\x03\x04", "a Word document or an archive"), (b"{\\rtf", "a document in RTF"))
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_AS_UTF8 = "save the file as UTF-8"


def read_plain(path: Path) -> str | Diagnostic:
    """Return the text of a file as it was decoded, without a byte order mark; or why it has none."""
    data = read_data(path)
    if isinstance(data, Diagnostic):
        return data
    return _text(data, Span(str(path)))


def _text(data: bytes, at: Span) -> str | Diagnostic:
    document = next((name for head, name in _DOCUMENTS if data.startswith(head)), "")
    if document:
        return NO_TEXT.at(at, f"the file is {document}", "save its words as plain text")
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        return _undecoded(data, len(mark) + error.start, encoding if mark else "", at)
    control = _CONTROLS.search(text)
    if control:
        return NO_TEXT.at(at, f"the file holds the character U+{ord(control[0]):04X}, which no text has", _AS_UTF8)
    if not any(map(str.isalnum, text)):
        return NO_WORDS.at(at, "the file is empty" if not text else "the file holds neither letters nor figures")
    return text


def _undecoded(data: bytes, place: int, marked: str, at: Span) -> Diagnostic:
    """Return why bytes are no text of the encoding that they are marked as, or of UTF-8 where they are not marked."""
    if not marked and 0 in data:
        return NO_TEXT.at(at, "the file holds zero bytes, which no text in UTF-8 has", _AS_UTF8)
    name = marked.upper().removesuffix("-LE").removesuffix("-BE") or "UTF-8"
    byte = f"byte 0x{data[place]:02x} at {place} (counted from 0)" if place < len(data) else "its last bytes"
    told = f"the file is marked as {name}, and {byte} is not" if marked else f"{byte} is not UTF-8"
    return UNKNOWN_ENCODING.at(at, told, f"{_AS_UTF8}; 'iconv -f ENCODING -t UTF-8 FILE > NEW' does it")
