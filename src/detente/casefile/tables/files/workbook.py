"""Workbooks as the library reads them: the only place that talks to it, so that what it raises stays here."""

from __future__ import annotations

import re
import warnings
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import BadZipFile, ZipFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.cell.read_only import ReadOnlyCell
    from openpyxl.reader.excel import ExcelReader

_BROKEN = (
    *(BadZipFile, zlib.error, SyntaxError, EOFError, OSError, NotImplementedError, RuntimeError),
    *(KeyError, IndexError, ValueError, TypeError, AttributeError, OverflowError),
)
"""What the library raises where a zip file is no workbook, or a broken one: it checks little by itself."""

_MOST_MERGED = 100
"""Groups of merged cells that are named one by one; a table has none."""

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^<>]*?ref\s*=\s*["\']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["\']')


_STRICT = b"purl.oclc.org/ooxml/"
_ROW = re.compile(rb"<(?:\w+:)?row\s[^<>]*>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\s[^<>]*>")
_HIDDEN = re.compile(rb'\shidden\s*=\s*["\'](?:1|true)["\']')
_NUMBER = re.compile(rb'\s(?:r|min)\s*=\s*["\'](\d{1,7})["\']')


class UnreadableError(ValueError):
    """The library cannot read a workbook; the message says what it says."""


class RawCell(NamedTuple):
    """A cell as the file has it.

    Attributes
    ----------
    value
        Text, number, date, truth value, formula or error; ``None`` where it is empty.
    kind
        ``"f"`` for a formula, ``"e"`` for an error.
    number_format
        How a number is shown.
    """

    value: Any
    kind: str
    number_format: str


class Merged(NamedTuple):
    """A group of cells that are one, by the names of its corners' columns and rows."""

    left: str
    top: int
    right: str
    bottom: int


def unpacked(data: bytes) -> int:
    """Return how large the parts of a zip file are together [bytes].

    Raises
    ------
    UnreadableError
        If they cannot be listed.
    """
    with _library(), ZipFile(BytesIO(data)) as archive:
        return sum(part.file_size for part in archive.infolist())


def is_strict(data: bytes) -> bool:
    """Return whether a workbook is written in the strict kind of its format, which the library cannot read.

    Raises
    ------
    UnreadableError
        If its parts cannot be read.
    """
    with _library(), ZipFile(BytesIO(data)) as archive:
        parts = [name for name in archive.namelist() if name.endswith(("workbook.xml", "_rels/.rels"))]
        return any(_STRICT in archive.read(name) for name in parts)


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a workbook that can be seen.

    Attributes
    ----------
    data
        The file.
    titles
        What they are called, in order.
    """

    data: bytes
    titles: tuple[str, ...]

    @classmethod
    def of(cls, data: bytes) -> Workbook:
        """Return the sheets of a file.

        Raises
        ------
        UnreadableError
            If it is no workbook that the library can read.
        """
        with _library():
            reader = _reader(data)
            return cls(data, tuple(sheet.title for sheet in reader.wb.worksheets if sheet.sheet_state == "visible"))

    def merged(self, title: str) -> list[Merged]:
        """Return the groups of merged cells of a sheet, the first hundred.

        Raises
        ------
        UnreadableError
            If the library cannot read them.
        """
        text = self._part(title)
        corners = ([part.decode() for part in match.groups()] for match in _MERGED.finditer(text))
        return [
            Merged(left, int(top), right, int(bottom)) for left, top, right, bottom in islice(corners, _MOST_MERGED)
        ]

    def hidden(self, title: str) -> tuple[set[int], set[int]]:
        """Return which rows of a sheet are hidden, and the first of each group of hidden columns; both from 1.

        Raises
        ------
        UnreadableError
            If the library cannot read them.
        """
        text = self._part(title)
        found = [
            {int(number[1]) for tag in pattern.findall(text) if _HIDDEN.search(tag) and (number := _NUMBER.search(tag))}
            for pattern in (_ROW, _COLUMN)
        ]
        return found[0], found[1]

    def _part(self, title: str) -> bytes:
        """Return a sheet as it stands in the file."""
        with _library():
            reader = _reader(self.data)
            parts = {sheet.name: rel.target for sheet, rel in reader.parser.find_sheets()}
            return reader.archive.read(parts[title])

    def rows(self, title: str, *, results: bool = False) -> Iterator[tuple[RawCell, ...]]:
        """Yield every row of a sheet, up to its last filled cell; formulas, or their ``results``.

        Raises
        ------
        UnreadableError
            If the library cannot read on.
        """
        with _library():
            sheet: Any = _reader(self.data, results=results).wb[title]
            sheet.reset_dimensions()  # the file may say any size
            lines = iter(sheet.iter_rows())
        while True:
            with _library():
                cells = next(lines, None)
                row = None if cells is None else tuple(map(_raw, cells))
            if row is None:
                return
            yield row


@contextmanager
def _library() -> Iterator[None]:
    """Turn whatever the library raises into one error; its warnings, of formats unknown to it, do not matter."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except _BROKEN as error:
        raise UnreadableError(str(error) or type(error).__name__) from error


def _reader(data: bytes, *, results: bool = False) -> ExcelReader:
    from openpyxl.reader.excel import ExcelReader

    reader = ExcelReader(BytesIO(data), read_only=True, data_only=results)
    reader.read()
    return reader


def _raw(cell: ReadOnlyCell) -> RawCell:
    value: Any = cell.value
    shown = str(cell.number_format) if isinstance(value, int | float) else ""
    return RawCell(value, "" if value is None else cell.data_type, shown)
