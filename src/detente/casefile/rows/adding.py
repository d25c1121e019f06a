"""Adding to a case: records from a file of another program. Each kind is one file in ``additions/``."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from detente.case import Case
from detente.case.shape import records
from detente.casefile import additions
from detente.casefile.files import CaseFile
from detente.casefile.loader import Loaded, load
from detente.casefile.records import validate
from detente.casefile.rows.beside import read_any
from detente.casefile.sections import put_together
from detente.casefile.yaml_text.builder import Tree
from detente.casefile.yaml_writer import to_yaml
from detente.diagnostics import Diagnostic, Span

Read = Callable[[CaseFile, Case | None], tuple[Tree | None, list[Diagnostic]]]


@dataclass(frozen=True, slots=True)
class Addition:
    """A kind of records that can be added to a case.

    Attributes
    ----------
    key
        What they are called.
    title
        What they are, in a few words.
    read
        Return the sections that a file adds to a case, or ``None`` where it adds nothing, and everything to say about
        the file. Of the case, where there is one, it sees what is there already.
    """

    key: str
    title: str
    read: Read


@dataclass(frozen=True, slots=True)
class Added:
    """What a file adds to a case.

    Attributes
    ----------
    loaded
        The case with it, or it alone; its places are those in the file.
    found
        Everything to say about the file as it was read.
    text
        The case file to write; nothing where the file adds nothing.
    """

    loaded: Loaded
    found: tuple[Diagnostic, ...]
    text: str


@cache
def kinds() -> MappingProxyType[str, Addition]:
    """Return every ``ADDITION`` in ``additions/`` by its key (a read-only mapping)."""
    modules = pkgutil.iter_modules(additions.__path__, prefix=f"{additions.__name__}.")
    found: list[Addition] = [importlib.import_module(module.name).ADDITION for module in modules]
    return MappingProxyType({addition.key: addition for addition in found})


def add(key: str, path: Path, into: Path | None) -> Added:
    """Return what a file adds to a case; never raises for what stands in it.

    Parameters
    ----------
    key
        Which kind of records the file holds.
    path
        The file.
    into
        The case that they are added to, which has no errors; none where they are only looked at.

    Raises
    ------
    KeyError
        If there is no such kind.
    """
    file = read_any(path)
    case = None if into is None else load(into).case
    tree, found = (None, [file]) if isinstance(file, Diagnostic) else kinds()[key].read(file, case)
    if into is not None:
        loaded = load(into, tree)
    else:
        sections, problems = put_together([] if tree is None else [tree])
        used = validate(sections, Span(str(path)))
        problems += used.diagnostics
        loaded = Loaded(used.case, used.source_map, tuple(problems), used.broken_ids, path.parent, "", lost=True)
    return Added(loaded, tuple(found), "" if tree is None else to_yaml(tree.value))


def ids_of(case: Case | None) -> set[str]:
    """Return every id that stands for something in a case."""
    found = records(case) if case else []
    return {name for _, record in found if isinstance(name := getattr(record, "id", None), str)}
