"""``matrix``: what states do to each other, a row for each that acts and a column for each that is acted on.

States are called ``descriptor.state``, as ``detente export --to matrix`` writes them. Descriptors that the case has are
used; the others are added with the states that the head names. An empty cell is 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.casefile.gmcr.nodes import listing, mapping, plain
from detente.casefile.import_rules import BAD_HEAD, BAD_SHAPE
from detente.casefile.naming import clean, slug
from detente.casefile.rows.adding import Addition
from detente.casefile.scw.cells import whole
from detente.casefile.tables.text import read_rows
from detente.diagnostics import Diagnostic, Span, is_clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.case import Case
    from detente.casefile.files import CaseFile
    from detente.casefile.tables.cell import Cell, Row
    from detente.casefile.yaml_text.builder import Tree


def read(file: CaseFile, case: Case | None) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the system that a table adds to a case, ``None`` where it adds none, and all there is to say about it."""
    rows, problems = read_rows(file.text, file.path, lambda row: len(row) > 1 and _is_state(row[1]))
    if not rows:
        return None, problems or [BAD_SHAPE.at(Span(file.path), "the file holds no table")]
    head, body = rows[0][1:], rows[1:]
    problems += _names(head)
    problems += _names([row[0] for row in body])
    said = {"assumption": f"imported from {clean(file.name)}; no source stated"}
    impacts = [impact for row in body for impact in _impacts(row, head, said, problems)]
    if not is_clean(problems):
        return None, problems
    there = {each.id for each in case.system.descriptors} if case and case.system else set()
    lists = {
        "descriptors": listing(Span(file.path), _descriptors([*head, *(row[0] for row in body)], there, said)),
        "impacts": listing(Span(file.path), impacts),
    }
    kept: dict[str, Tree | str] = {key: tree for key, tree in lists.items() if tree.value}
    top = Span(file.path)
    return mapping(top, {"system": mapping(top, kept)}) if kept else None, problems


def _is_state(cell: Cell) -> bool:
    descriptor, dot, state = cell.text.partition(".")
    return bool(dot) and all(word and slug(word) == word for word in (descriptor, state))


def _names(cells: Sequence[Cell]) -> Iterator[Diagnostic]:
    """Yield what is no name of a state, and what stands there twice."""
    seen: set[str] = set()
    for cell in cells:
        if not _is_state(cell):
            yield BAD_HEAD.at(cell.span, f"expected a state, got '{cell.shown}'", "write it as descriptor.state")
        elif cell.text in seen:
            yield BAD_SHAPE.at(cell.span, f"'{cell.shown}' stands here twice")
        seen.add(cell.text)


def _impacts(row: Row, head: Row, said: dict[str, str], problems: list[Diagnostic]) -> Iterator[Tree]:
    source, cells = row[0], row[1:]
    if len(cells) > len(head):
        problems.append(BAD_SHAPE.at(cells[len(head)].span, "a number beyond the last column of the head"))
    for on, cell in zip(head, cells, strict=False):
        effect = whole(cell.text or "0", cell.span, problems)
        if effect:
            ends = {"from": source.text, "on": on.text}
            yield mapping(cell.span, {**ends, "effect": plain(effect, cell.span), **said})


def _descriptors(cells: Sequence[Cell], there: set[str], said: dict[str, str]) -> list[Tree]:
    """Return the descriptors that are not there yet, each with its states in the order in which they are named."""
    found: dict[str, dict[str, Cell]] = {}
    for cell in cells:
        descriptor, _, state = cell.text.partition(".")
        if descriptor not in there:
            found.setdefault(descriptor, {}).setdefault(state, cell)
    return [_descriptor(name, states, said) for name, states in found.items()]


def _descriptor(name: str, states: dict[str, Cell], said: dict[str, str]) -> Tree:
    span = next(iter(states.values())).span
    trees = [mapping(cell.span, {"id": state}) for state, cell in states.items()]
    return mapping(span, {"id": name, "states": listing(span, trees), **said})


ADDITION = Addition("matrix", "what the states of a region do to each other", read)
