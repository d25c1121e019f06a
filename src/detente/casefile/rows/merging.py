"""Sections of an imported file without the records that a case has already."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from detente.case import Case
from detente.case.actor import Actor
from detente.case.issue import Issue
from detente.case.position import Capability, Position
from detente.case.shape import kind_at
from detente.casefile.rows.known import Known, lock_of, plain
from detente.casefile.yaml_text.builder import Tree
from detente.diagnostics import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.record import Record
    from detente.casefile.rows.known import Sameness
    from detente.diagnostics import Diagnostic

_NOUNS = MappingProxyType(
    {"actors": "an actor", "issues": "an issue", "positions": "a position", "capabilities": "a capability"}
)


def without_known(tree: Tree | None, case: Case | None, problems: list[Diagnostic]) -> Tree | None:
    """Return sections without the actors, issues, positions and capabilities of a case; ``None`` if nothing is left.

    Each of them is added to a list of problems. What is a record of its own, such as a conflict, stays.
    """
    if tree is None or case is None:
        return tree
    value: dict[str, Any] = {}
    places: dict[str | int, Place] = {}
    for section, held in tree.value.items():
        value[section], places[section] = held, tree.place.inside[section]
        if section in _NOUNS:
            kept = _new(section, tree, case, problems)
            value[section] = [each.value for each in kept]
            inside: dict[str | int, Place] = {number: each.place for number, each in enumerate(kept)}
            places[section] = Place(places[section].span, None, inside)
    filled = {section: held for section, held in value.items() if held}
    return Tree(filled, Place(tree.place.span, None, {key: places[key] for key in filled})) if filled else None


def _new(section: str, tree: Tree, case: Case, problems: list[Diagnostic]) -> list[Tree]:
    """Return the records of a list that the case does not have."""
    kind = kind_at(Case, (section, 0))
    if kind is None:
        return []
    known = Known(kind, _NOUNS[section], _same, problems, lock_of(case))
    known.learn(getattr(case, section))
    place = tree.place.inside[section]
    records = [Tree(record, place.inside[number]) for number, record in enumerate(tree.value[section])]
    return [record for record in records if known.is_new(record, str(record.value.get("id", "")))]


def _same(record: Record) -> Iterator[Sameness]:
    """Yield by what a record is known; two positions or capabilities on one issue cannot both be right."""
    if isinstance(record, Position | Capability):
        yield "actor and issue", (record.actor, record.issue)
    elif isinstance(record, Actor | Issue) and record.name:
        yield "name", plain(record.name)
