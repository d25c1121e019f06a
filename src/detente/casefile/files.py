"""The files of a case: every ``*.yaml`` of a folder, or a single file."""

from __future__ import annotations

from dataclasses import dataclass
from os.path import lexists
from typing import TYPE_CHECKING

from detente.diagnostics import Diagnostic, Rule, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MAX_BYTES = 8 * 2**20

UNREADABLE = Rule(
    "DT001",
    "a file cannot be read",
    "The file is missing, is not an ordinary file, or the system refuses to read it. "
    "Check its name and its permissions.",
)
NOT_UTF8 = Rule(
    "DT002",
    "a file is not UTF-8",
    "Case files are UTF-8 text. Save the file as UTF-8 in your editor; names in any script are welcome.",
)
TOO_LARGE = Rule(
    "DT003",
    "a file is too large",
    f"A case file holds at most {MAX_BYTES // 2**20} MiB: it is written by people. Split a long case into several "
    "files of one folder, and keep data sets and source texts in files of their own.",
)
NO_FILES = Rule(
    "DT004",
    "a folder holds no case files",
    "A case is a folder with one or more files ending in .yaml, or one such file. "
    "Run 'detente new FOLDER' for a template.",
)
IGNORED = Rule(
    "DT005",
    "a file is not read",
    "Only files ending in .yaml belong to a case, and tables that are called like a list of a section, such as "
    "corridor.links.csv. Rename the file if it should be part of it.",
    Severity.WARNING,
)


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One file of a case.

    Attributes
    ----------
    path
        As diagnostics print it.
    name
        Its name within the case.
    data, text
        Its bytes, and the text they encode.
    """

    path: str
    name: str
    data: bytes
    text: str

    @property
    def sealed(self) -> bool:
        """Whether it is kept for scoring only: what it tells lies beyond the information lock."""
        return self.name.endswith("sealed.yaml")


def read_files(path: Path, unsaved: Mapping[str, str]) -> tuple[list[CaseFile], list[Diagnostic]]:
    """Read every file of the case at ``path``, in name order, and say which could not be read.

    Parameters
    ----------
    path
        A folder, or a file.
    unsaved
        By name of a file the text that an editor holds, which is read in its place, even where no such file is yet.
    """
    try:
        names = {p.name for p in path.iterdir()} | {*unsaved} if path.is_dir() else None
    except OSError as error:
        return [], [UNREADABLE.at(Span(str(path)), f"the folder cannot be read: {error.strerror}")]
    if names is None:
        return _collect([path], unsaved)
    visible = [path / name for name in sorted(names) if not name.startswith(".")]
    found = [p for p in visible if p.suffix == ".yaml"]
    others = [p for p in visible if p.suffix.lower() in (".yml", ".yaml") and p not in found]
    ignored = [IGNORED.at(Span(str(p)), "this file is not read", "rename it to .yaml") for p in others]
    if not found:
        return [], [
            *ignored,
            NO_FILES.at(Span(str(path)), "no *.yaml file in this folder", "try 'detente new'"),
        ]
    files, problems = _collect(found, unsaved)
    return files, ignored + problems


def _collect(paths: list[Path], unsaved: Mapping[str, str]) -> tuple[list[CaseFile], list[Diagnostic]]:
    files: list[CaseFile] = []
    problems: list[Diagnostic] = []
    for path in paths:
        read = written(path, unsaved[path.name]) if path.name in unsaved else read_file(path)
        if isinstance(read, CaseFile):
            files.append(read)
        else:
            problems.append(read)
    return files, problems


def written(path: Path, text: str) -> CaseFile | Diagnostic:
    """Return a file as an editor holds it, or that it is too large."""
    text = text.removeprefix("\ufeff")
    data = text.encode(errors="surrogatepass")
    return _too_large(path, len(data)) or CaseFile(str(path), path.name, data, text)


def read_file(path: Path) -> CaseFile | Diagnostic:
    """Return one file, or why it cannot be read."""
    data = read_data(path)
    if isinstance(data, Diagnostic):
        return data
    text = decoded(str(path), data)
    return text if isinstance(text, Diagnostic) else CaseFile(str(path), path.name, data, text)


def decoded(path: str, data: bytes) -> str | Diagnostic:
    """Return the text that the bytes of a file encode, or where they encode none."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        message = f"byte 0x{data[error.start]:02x} is not UTF-8"
        return NOT_UTF8.at(Span(path, line, column), message, "save the file as UTF-8")


def is_zipped(data: bytes) -> bool:
    """Return whether bytes begin as every workbook does, whatever its name."""
    return data.startswith(b"PK\x03\x04")


def read_data(path: Path) -> bytes | Diagnostic:
    """Return the bytes of one file, or why it cannot be read."""
    span = Span(str(path))
    try:
        if not path.is_file():
            return UNREADABLE.at(span, "not an ordinary file" if lexists(path) else "there is no such file")
        size = path.stat().st_size
        return _too_large(path, size) or path.read_bytes()
    except OSError as error:
        return UNREADABLE.at(span, f"cannot be read: {error.strerror}")


def _too_large(path: Path, size: int) -> Diagnostic | None:
    """Return that a file of so many bytes is too large, where it is."""
    if size <= MAX_BYTES:
        return None
    message = f"the file has {size / 2**20:.0f} MiB; the limit is {MAX_BYTES // 2**20} MiB"
    return TOO_LARGE.at(Span(str(path)), message, "split it into several files")
