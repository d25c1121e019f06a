"""Texts of files: read as what they say they are, and never garbled."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from detente.casefile.beside.plain_text import read_plain
from detente.casefile.files import MAX_BYTES
from detente.diagnostics import Diagnostic

WORDS = "Стороны договорились, они встретятся 5 мая."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_that_are_told(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(WORDS.encode(encoding))

    assert read_plain(path) == WORDS


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xfe\xff", "utf-16-be"), (b"\0\0\xfe\xff", "utf-32-be")])
def test_marks_of_the_other_order_of_bytes(mark: bytes, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(mark + WORDS.encode(encoding))

    assert read_plain(path) == WORDS


def test_line_breaks_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"One.\r\nTwo.\f\x1b[0m")

    assert read_plain(path) == "One.\r\nTwo.\f\x1b[0m"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (WORDS.encode("cp1251"), "DT040 byte 0xd1 at 0 (counted from 0) is not UTF-8"),
        ("Café at noon".encode("latin-1"), "DT040 byte 0xe9 at 3 (counted from 0) is not UTF-8"),
        (
            WORDS.encode("utf-16")[:-1],
            "DT040 the file is marked as UTF-16, and byte 0x2e at 86 (counted from 0) is not",
        ),
        (b"\xef\xbb\xbfab\xff", "DT040 the file is marked as UTF-8, and byte 0xff at 5 (counted from 0) is not"),
        ("They met.".encode("utf-16-le"), "DT041 the file holds the character U+0000, which no text has"),
        (WORDS.encode("utf-16-le"), "DT041 the file holds the character U+0004, which no text has"),
        (b"\x89PNG\r\n\x1a\n\0\0", "DT041 the file holds zero bytes, which no text in UTF-8 has"),
        (b"%PDF-1.7\nabc", "DT041 the file is a PDF"),
        (b"PK\x03\x04abc", "DT041 the file is a Word document or an archive"),
        (b"{\\rtf1 abc}", "DT041 the file is a document in RTF"),
        (b"", "DT042 the file is empty"),
        (b"\xef\xbb\xbf", "DT042 the file is empty"),
        (b" \n* * *\n", "DT042 the file holds neither letters nor figures"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)

    found = read_plain(path)

    assert isinstance(found, Diagnostic)
    assert told in str(found)


def test_what_is_no_file_of_its_own_says_so(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    big.write_bytes(b"a" * (MAX_BYTES + 1))
    os.mkfifo(tmp_path / "pipe")

    told = [str(read_plain(path)) for path in (tmp_path / "none.txt", tmp_path, tmp_path / "pipe", big)]

    assert ["DT001" in each for each in told] == [True, True, True, False]
    assert "there is no such file" in told[0]
    assert "DT003" in told[3]
