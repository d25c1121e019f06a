"""The loader: a path in, a case and everything wrong with its text out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.casefile.files import CaseFile, read_files
from detente.casefile.records import validate
from detente.casefile.sections import Section, put_together
from detente.casefile.wording import MISSING_KEY
from detente.casefile.yaml_tree import Tree, read_tree
from detente.diagnostics import Diagnostic, SourceMap, Span

if TYPE_CHECKING:
    from pathlib import Path

    from detente.case import Case


@dataclass(frozen=True, slots=True)
class Loaded:
    """A case as it was read.

    Attributes
    ----------
    case
        Its good records.
    source_map
        Line and column of every value in it.
    diagnostics
        What is wrong with its text and its records, in no particular order.
    broken_ids
        Ids that broken records would have declared; references to them are not a second mistake.
    folder
        Where files it names are looked for.
    version
        SHA-256 over the names and bytes of its files [hexadecimal].
    """

    case: Case
    source_map: SourceMap
    diagnostics: tuple[Diagnostic, ...]
    broken_ids: frozenset[str]
    folder: Path
    version: str


def load(path: Path) -> Loaded:
    """Read the case at ``path``, a folder or a file; never raises for what a user wrote."""
    files, problems = read_files(path)
    open_files = [file for file in files if not file.sealed]
    sections, found = _sections(open_files)
    top = Span(open_files[0].path if open_files else str(path))
    used = validate(sections, top)
    problems += found + used.diagnostics + _sealed([file for file in files if file.sealed])
    if open_files and not found and "case" not in sections:
        problems.append(MISSING_KEY.at(top, "missing section 'case'", "begin with case: {id: …, as_of: …}"))
    return Loaded(
        used.case,
        used.source_map,
        tuple(problems),
        used.broken_ids,
        path if path.is_dir() else path.parent,
        _version(files),
    )


def _sections(files: list[CaseFile]) -> tuple[dict[str, Section], list[Diagnostic]]:
    trees: list[Tree] = []
    problems: list[Diagnostic] = []
    for file in files:
        tree, found = read_tree(file.text, file.path)
        problems += found
        if tree is not None:
            trees.append(tree)
    sections, found = put_together(trees)
    return sections, problems + found


def _sealed(files: list[CaseFile]) -> list[Diagnostic]:
    """Return what is wrong with the sealed files; what they tell stays out of the case."""
    sections, problems = _sections(files)
    return problems + validate(sections, Span("sealed")).diagnostics


def _version(files: list[CaseFile]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.name}\0{len(file.data)}\0".encode(errors="surrogateescape"))
        digest.update(file.data)
    return digest.hexdigest()
