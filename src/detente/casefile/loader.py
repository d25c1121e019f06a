"""The loader: a path in, a case and everything wrong with its text out."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.casefile.beside.boundaries import read_boundaries
from detente.casefile.draft import Draft, Parsed
from detente.casefile.files import CaseFile, read_files
from detente.casefile.records import validate
from detente.casefile.rows.beside import read_tables, tree_of
from detente.casefile.sections import Section, put_together
from detente.casefile.wording import MISSING_KEY
from detente.casefile.yaml_text.builder import Tree
from detente.casefile.yaml_tree import read_tree
from detente.diagnostics import Diagnostic, SourceMap, Span, is_clean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from detente.case import Case
    from detente.models.corridor.boundaries.outlines import Outlines

_ID = re.compile(r"""\bid\s*:\s*["']?([a-z][a-z0-9-]*)""")


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
        SHA-256 over the names and bytes of its files, tables and boundaries included [hexadecimal].
    lost
        Whether a file could not be read at all, so that nobody knows which ids it declares.
    boundaries
        The outlines of countries that it brings, if any.
    files
        Its files that could be read, tables included, but for what is sealed.
    """

    case: Case
    source_map: SourceMap
    diagnostics: tuple[Diagnostic, ...]
    broken_ids: frozenset[str]
    folder: Path
    version: str
    lost: bool = False
    boundaries: Outlines | None = None
    files: tuple[CaseFile, ...] = ()


def load(path: Path, also: Tree | None = None, draft: Draft | None = None) -> Loaded:
    """Read the case at ``path``, a folder or a file; never raises for what a user wrote.

    Parameters
    ----------
    also
        Further sections, as if a file of the case had them.
    draft
        What an editor holds of the case, and what was read of it before.
    """
    draft = Draft() if draft is None else draft
    files, problems = read_files(path, draft.unsaved)
    tables, left = read_tables(path, draft.unsaved)
    problems += left
    open_files = [file for file in files if not file.sealed]
    sections, found, unread = _sections(draft, open_files, tables, also)
    lost = unread or not is_clean(problems)
    top = Span(open_files[0].path if open_files else str(path))
    used = validate(sections, top, draft)
    told = {
        each.span for each in found
    }  # where a cell is no number, that the record cannot hold it is no second mistake
    problems += found + [each for each in used.diagnostics if each.span not in told]
    problems += _sealed([file for file in files if file.sealed])
    if open_files and not found and not lost and "case" not in sections:
        problems.append(MISSING_KEY.at(top, "missing section 'case'", "begin with case: {id: …, as_of: …}"))
    folder = path if path.is_dir() else path.parent
    boundaries = read_boundaries(used.case, folder, used.source_map)
    if isinstance(boundaries, Diagnostic):
        problems.append(boundaries)
        boundaries = None
    return Loaded(
        used.case,
        used.source_map,
        tuple(problems),
        used.broken_ids | _ids_beside(found, open_files),
        folder,
        _version([*files, *tables], boundaries),
        lost,
        boundaries,
        (*open_files, *tables),
    )


def _sections(
    draft: Draft, files: Sequence[CaseFile], tables: Sequence[CaseFile] = (), also: Tree | None = None
) -> tuple[dict[str, Section], list[Diagnostic], bool]:
    """Return the sections of some files, what is wrong with them, and whether a file could not be read at all."""
    trees: list[Tree] = []
    problems: list[Diagnostic] = []
    unread = False
    for tree, found in (*(draft.tree(file, _tree) for file in files), *(draft.tree(file, tree_of) for file in tables)):
        problems += found
        if tree is not None:
            trees.append(tree)
        unread = unread or (tree is None and not is_clean(found))
    trees += [also] if also else []
    sections, found = put_together(trees)
    return sections, problems + found, unread


def _tree(file: CaseFile) -> Parsed:
    return read_tree(file.text, file.path)


def _ids_beside(found: list[Diagnostic], files: list[CaseFile]) -> frozenset[str]:
    """Return the ids in the text of files from which a section, or everything, could not be taken."""
    broken = {problem.span.path for problem in found}
    return frozenset(name for file in files if file.path in broken for name in _ID.findall(file.text))


def _sealed(files: list[CaseFile]) -> list[Diagnostic]:
    """Return what is wrong with the sealed files; what they tell stays out of the case."""
    sections, problems, _ = _sections(Draft(), files)
    return problems + validate(sections, Span("sealed")).diagnostics


def _version(files: list[CaseFile], boundaries: Outlines | None) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.name}\0{len(file.data)}\0".encode(errors="surrogateescape"))
        digest.update(file.data)
    digest.update(boundaries.sha256.encode() if boundaries else b"")
    return digest.hexdigest()
