"""Files: the texts of a case on the disk, and writing them back where nobody else has written meanwhile."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from detente.casefile.files import MAX_BYTES, CaseFile, read_file
from detente.diagnostics import Diagnostic
from detente.writing import write_whole

if TYPE_CHECKING:
    from pathlib import Path

_END = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class File:
    """A file of a case as it stands on the disk.

    Attributes
    ----------
    name
        Its name in the case.
    text
        What it says, with line ends as an editor counts them.
    version
        SHA-256 of its bytes; empty where there is no such file.
    """

    name: str
    text: str
    version: str


class MovedError(Exception):
    """Somebody else has written a file since it was read; ``file`` is what stands there now."""

    def __init__(self, file: File) -> None:
        super().__init__(f"'{file.name}' has changed on the disk since it was read")
        self.file = file


def files_of(path: Path) -> tuple[File, ...]:
    """Return the files of a case that can be written: its YAML, and the tables beside it.

    What is no text, or lies elsewhere by a link, is left out: it is read, and told of where it is wrong, by the check.
    """
    paths = sorted(each for each in path.iterdir() if _is_own(each)) if path.is_dir() else [path]
    found = (_read(each) for each in paths)
    return tuple(each for each in found if each is not None)


def place_of(path: Path, name: str) -> Path | None:
    """Return where a file of a case stands; ``None`` for a name that is none of a file of its own folder."""
    if not name.isprintable():
        return None
    place = path / name if path.is_dir() else path
    return place if place.name == name and place.parent == (path if path.is_dir() else path.parent) else None


def save(path: Path, name: str, text: str, version: str) -> File:
    """Write a file of a case, whole or not at all, and return it as it then stands.

    Line ends and a byte order mark are those that the file had.

    Parameters
    ----------
    version
        That of the file when it was read; empty for a new file.

    Raises
    ------
    LookupError
        If the name is none of a file of the case, what stands there is no text, or the text is too large.
    MovedError
        If the file is not as it was read.
    OSError
        If it cannot be written; what stood there is untouched.
    """
    place = place_of(path, name)
    if place is None or not (place == path or _is_own(place)):
        raise LookupError(f"'{name}' is no file of this case")
    read = read_file(place)
    if isinstance(read, Diagnostic) and place.exists():
        raise LookupError(f"'{name}' cannot be read as text, so it is not written over")
    now = File(name, "", "") if isinstance(read, Diagnostic) else _file(read)
    if now.version != version:
        raise MovedError(now)
    before = b"" if isinstance(read, Diagnostic) else read.data
    mark = b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b""
    data = mark + ended(text, before[len(mark) :].decode()).encode()
    if len(data) > MAX_BYTES:
        raise LookupError(f"'{name}' would have more than {MAX_BYTES // 2**20} MiB: split it into several files")
    try:
        write_whole(place, [data])
    except OSError as error:
        raise OSError(error.errno, error.strerror, name) from error
    return File(name, text, _version(data))


def ended(text: str, before: str) -> str:
    """Return a text with the line ends of what stood there before: each line that stays has its own, others the usual.

    Parameters
    ----------
    text
        Its lines end with a line feed.
    before
        A text whose lines end with a carriage return, a line feed, or both.
    """
    known = _END.findall(before)
    if len(set(known)) < 2:
        return text.replace("\n", next(iter(known), "\n"))
    usual, lines, old = Counter(known).most_common(1)[0][0], text.split("\n"), _END.split(before)
    ends = [usual] * len(lines)
    for a, b, size in SequenceMatcher(None, old, lines, autojunk=False).get_matching_blocks():
        ends[b : b + size] = [*known, usual][a : a + size]
    return "".join(f"{line}{end}" for line, end in zip(lines[:-1], ends, strict=False)) + lines[-1]


def _is_own(path: Path) -> bool:
    """Whether a file is one of the case that people write, and really lies in its folder."""
    written = path.suffix in (".yaml", ".csv") and not path.name.startswith(".") and path.name.isprintable()
    return written and not path.is_symlink() and (path.is_file() or not path.exists())


def _read(path: Path) -> File | None:
    read = read_file(path)
    if isinstance(read, Diagnostic):
        return None
    return _file(read)


def _file(read: CaseFile) -> File:
    text = read.text.replace("\r\n", "\n").replace("\r", "\n")
    return File(read.name, text, _version(read.data))


def _version(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
