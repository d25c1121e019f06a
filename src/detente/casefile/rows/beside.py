"""The tables beside the YAML of a case: which files of a folder they are, and what they add to its sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.casefile.files import IGNORED, CaseFile, is_zipped, read_data, written
from detente.casefile.rows.listing import is_meant, listings, nearest
from detente.casefile.rows.table import read_listing
from detente.casefile.tables.files.encoding import decode
from detente.diagnostics import Diagnostic, Span, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from detente.casefile.yaml_text.builder import Tree


def read_tables(folder: Path, unsaved: Mapping[str, str]) -> tuple[list[CaseFile], list[Diagnostic]]:
    """Return the tables in a folder in the order of the lists that they add to, and which could not be read.

    Of those that ``unsaved`` has by name, its text is read.
    """
    try:
        names = sorted({path.name for path in folder.iterdir()} | {*unsaved}) if folder.is_dir() else []
    except OSError:  # which is told of where the other files are read
        return [], []
    files: list[CaseFile] = []
    problems = [_ignored(folder / name) for name in names if is_meant(name) and name not in listings()]
    for name in (name for name in listings() if name in names):
        path = folder / name
        read = written(path, unsaved[name]) if name in unsaved else read_table(path)
        if isinstance(read, CaseFile):
            files.append(read)
        else:
            problems.append(read)
    return files, problems


def read_table(path: Path) -> CaseFile | Diagnostic:
    """Return a file with a table, in any encoding that tells its letters, or why it cannot be read."""
    data = read_data(path)
    if isinstance(data, Diagnostic):
        return data
    text = decode(data, str(path))
    return text if isinstance(text, Diagnostic) else CaseFile(str(path), path.name, data, text)


def read_any(path: Path) -> CaseFile | Diagnostic:
    """Return a file of another program, or why it cannot be read; a workbook has no text."""
    data = read_data(path)
    if isinstance(data, Diagnostic) or not is_zipped(data):
        return read_table(path)
    return CaseFile(str(path), path.name, data, "")


def tree_of(file: CaseFile) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the section that a table adds to, or ``None`` where nothing can be had of it, and what is wrong."""
    return read_listing(file, listings()[file.name])


def _ignored(path: Path) -> Diagnostic:
    wanted = nearest(path.name)
    hint = f"name it {wanted}" if wanted else ""
    if path.name.count(".") > 1:  # a section alone is nearer to none of its lists than to another
        hint = hint or did_you_mean(path.name, listings()) or ""
    hint = hint or f"the tables of a case are {', '.join(listings())}"
    return IGNORED.at(Span(str(path)), "this file is not read", hint)
