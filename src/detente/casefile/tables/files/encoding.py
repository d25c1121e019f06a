"""The bytes of a text file as text: UTF-8, or the UTF-16 that spreadsheet programs call Unicode text."""

from __future__ import annotations

import codecs

from detente.casefile.files import NOT_UTF8
from detente.diagnostics import Diagnostic, Span

_SAVE = (
    "save it as 'CSV UTF-8', or choose Unicode (UTF-8) when saving: other encodings do not say which letters they mean"
)
_END = "\x1a"
"""What old programs wrote after the last line (Ctrl-Z)."""

_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def decode(data: bytes, path: str) -> str | Diagnostic:
    """Return the text of a file, or why it cannot be known.

    Parameters
    ----------
    path
        Name used in diagnostics; never opened.
    """
    mark = next((mark for mark in _MARKS if data.startswith(mark)), b"")
    encoding = _MARKS.get(mark) or _without_mark(data)
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            return NOT_UTF8.at(Span(path), f"the file begins like {encoding.upper()} text, but is none", _SAVE)
        start = len(mark) + error.start
        span = Span(path, data.count(b"\n", 0, start) + 1, start - data.rfind(b"\n", 0, start))
        return NOT_UTF8.at(span, f"byte 0x{data[start]:02x} is not UTF-8", _SAVE)
    text = text.rstrip(_END)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return NOT_UTF8.at(Span(path, line), "a character of nothing stands here: this is no text", _SAVE)
    return text


def _without_mark(data: bytes) -> str:
    """Return the encoding of a text without a mark: in UTF-16 every other byte of Latin text is zero."""
    start = data[:200]
    if start[1::2].count(0) > len(start) // 4:
        return "utf-16-le"
    return "utf-16-be" if start[::2].count(0) > len(start) // 4 else "utf-8"
