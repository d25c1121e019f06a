"""A whole ``.scw`` file as the section ``system`` of a case.

Its parts are names, short names, one that is empty, colours, another one that is empty, the matrix, and notes. Names
and the matrix are read; short names and colours are passed over, and notes are left out, which is told of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.casefile.files import TOO_LARGE
from detente.casefile.gmcr.nodes import listing, mapping, plain
from detente.casefile.import_rules import BAD_SHAPE, LEFT_OUT
from detente.casefile.naming import Ids, clean
from detente.casefile.scw.cells import read_cells
from detente.casefile.scw.names import FileDescriptor, read_names
from detente.casefile.scw.parts import parts_of
from detente.diagnostics import Diagnostic, Span, is_clean
from detente.methods.gmcr.preference.parser import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.casefile.files import CaseFile
    from detente.casefile.scw.parts import Part
    from detente.casefile.yaml_text.builder import Tree

_MATRIX = 5
"""Which part holds the matrix, counted from 0."""

_MOST_STATES = 120
"""As many as the most descriptors of a system may have."""

_NO_NOTE = '""'


def read_document(file: CaseFile, text: str, taken: set[str]) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the system that a file describes, or ``None`` where it has errors, and all there is to say about it.

    Parameters
    ----------
    file
        The file, for what to call it.
    text
        What stands in it.
    taken
        Ids that stand for something already.
    """
    problems: list[Diagnostic] = []
    parts = parts_of(text, file.path)
    descriptors = read_names(parts[0], Ids({*taken, *WORDS, "is"}), problems)
    states = [state for each in descriptors for state in each.state_ids]
    if not is_clean(problems):
        return None, problems
    if len(states) > _MOST_STATES:
        message = f"the file has {len(states):,} states; the limit is {_MOST_STATES}"
        return None, [TOO_LARGE.at(parts[0].end, message, "leave out what moves nothing")]
    if len(parts) <= _MATRIX:
        hint = "the file may be cut short: save it again"
        return None, [BAD_SHAPE.at(parts[-1].end, "the file ends before its matrix", hint)]
    said = {"assumption": f"imported from {clean(file.name)}; no source stated"}
    effects = read_cells(parts[_MATRIX], states, problems)
    problems += _notes(parts[_MATRIX + 1 :])
    impacts = [
        mapping(span, {"from": source, "on": on, "effect": plain(effect, span), **said})
        for source, on, effect, span in effects
    ]
    return _system(descriptors, impacts, said, Span(file.path)) if is_clean(problems) else None, problems


def _system(descriptors: Sequence[FileDescriptor], impacts: Sequence[Tree], said: dict[str, str], top: Span) -> Tree:
    lists = {
        "descriptors": listing(top, [each.tree(said) for each in descriptors]),
        "impacts": listing(top, impacts),
    }
    return mapping(top, {"system": mapping(top, lists)})


def _notes(parts: Sequence[Part]) -> Iterator[Diagnostic]:
    """Say where the first note stands, if there is one."""
    for line in [line for part in parts for line in part.lines if line.text != _NO_NOTE][:1]:
        yield LEFT_OUT.at(line.span, "notes are left out", "write as 'why' of an impact what speaks for it")
