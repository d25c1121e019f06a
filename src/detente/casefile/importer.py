"""Importing: files of other programs as cases. Each format is one file in ``imports/``; nobody edits a list."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from detente.casefile import imports
from detente.casefile.files import MAX_BYTES, TOO_LARGE, CaseFile, read_data, read_file
from detente.casefile.loader import Loaded
from detente.casefile.naming import clean
from detente.casefile.records import validate
from detente.casefile.sections import put_together
from detente.casefile.yaml_text.builder import Tree
from detente.casefile.yaml_writer import to_yaml
from detente.diagnostics import Diagnostic, Place, Span

Read = Callable[[CaseFile], tuple[Tree | None, list[Diagnostic]]]


@dataclass(frozen=True, slots=True)
class Importer:
    """A format of another program.

    Attributes
    ----------
    ending
        How its files end, with the dot.
    title
        What to call it.
    read
        Return the sections of a case but for its header, or ``None``, and everything to say about the file.
    is_text
        Whether its files are text; else ``text`` of the file that is read is empty.
    """

    ending: str
    title: str
    read: Read
    is_text: bool = True


@dataclass(frozen=True, slots=True)
class Header:
    """What a new case says of itself, since no other program does: its id, and the date at which it stands."""

    id: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Imported:
    """A file of another program as a case.

    Attributes
    ----------
    loaded
        Its records, whose places are those in the file, and everything to say about it.
    text
        The case file to write; nothing where the file cannot be read.
    """

    loaded: Loaded
    text: str


@cache
def importers() -> MappingProxyType[str, Importer]:
    """Return every ``IMPORTER`` in ``imports/`` by its ending (a read-only mapping)."""
    modules = pkgutil.iter_modules(imports.__path__, prefix=f"{imports.__name__}.")
    found: list[Importer] = [importlib.import_module(module.name).IMPORTER for module in modules]
    return MappingProxyType({importer.ending: importer for importer in found})


def import_case(path: Path, header: Header) -> Imported:
    """Return the case that a file of another program describes; never raises for what stands in it.

    Raises
    ------
    LookupError
        If no importer reads files that end so.
    """
    ending = path.suffix.lower()
    if ending not in importers():
        raise LookupError(f"files that end in '{ending}' cannot be imported; {', '.join(importers())} can")
    importer = importers()[ending]
    file = read_file(path) if importer.is_text else _read_binary(path)
    if isinstance(file, Diagnostic):
        return _imported(path, None, None, [file])
    tree, problems = importer.read(file)
    if tree is None:
        return _imported(path, None, None, problems)
    tree = _headed(tree, header, file, importer.title)
    text = to_yaml(tree.value)
    size = len(text.encode())
    if size > MAX_BYTES:
        message = f"the case would have {size / 2**20:.0f} MiB; the limit is {MAX_BYTES // 2**20} MiB"
        problems.append(TOO_LARGE.at(Span(file.path), message))
    return _imported(path, tree, text, problems)


def _read_binary(path: Path) -> CaseFile | Diagnostic:
    data = read_data(path)
    return data if isinstance(data, Diagnostic) else CaseFile(str(path), path.name, data, "")


def _headed(tree: Tree, header: Header, file: CaseFile, title: str) -> Tree:
    """Return the sections of a case with a header."""
    stem = clean(Path(file.name).stem)
    note = (
        f"Imported from {clean(file.name)} ({title}), which states no dates, sources, reasons or status quo. "
        "'as_of' is the day of the import."
    )
    value = {"case": {"id": header.id, "title": stem or header.id, "as_of": header.as_of, "note": note}, **tree.value}
    return Tree(value, Place(tree.place.span, None, {"case": Place(tree.place.span), **tree.place.inside}))


def _imported(path: Path, tree: Tree | None, text: str | None, problems: list[Diagnostic]) -> Imported:
    sections, found = put_together([] if tree is None else [tree])
    used = validate(sections, Span(str(path)))
    problems = [*problems, *found, *used.diagnostics]
    loaded = Loaded(used.case, used.source_map, tuple(problems), used.broken_ids, path.parent, "")
    return Imported(loaded, text or "")
