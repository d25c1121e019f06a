"""Ids are unique over the whole case."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from detente.case.conflict import Statement
from detente.case.corridor import Regime
from detente.case.issue import Outcome
from detente.case.red_line import RedLine
from detente.case.rubric import Band
from detente.case.shape import fields
from detente.case.system import DescriptorState
from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from detente.case.record import Record
    from detente.case.shape import Path
    from detente.checks.context import Context
    from detente.checks.section import Section
    from detente.diagnostics import Diagnostic

DUPLICATE_ID = Rule(
    "DT200",
    "an id is used twice",
    "An id names one record in the whole case, so that a reference can mean only one thing. The outcomes of an issue, "
    "the preference statements of a decision maker, the red lines of a side, the regimes of the corridor, the "
    "states of a descriptor and the bands of a rubric need to differ only among themselves.",
)


_Id: TypeAlias = tuple["Path", str]
"""An id, and where it needs to be unique."""


def check(context: Context) -> Iterator[Diagnostic]:
    """Report every id that an earlier record already has."""
    parts = [section for section in context.sections if section.key != "case"]
    if len(frozenset[_Id]().union(*(part.once(_ids) for part in parts))) == sum(
        len(part.once(_used)) for part in parts
    ):
        return
    first: dict[_Id, Path] = {}
    for used, path in chain.from_iterable(part.once(_used) for part in parts):
        if first.setdefault(used, path) != path:
            earlier = context.spans.span(*first[used], "id")
            yield DUPLICATE_ID.at(
                context.spans.span(*path, "id"),
                f"the id '{used[1]}' is used twice",
                f"it already names a record at {earlier}",
            )


def _ids(section: Section) -> frozenset[_Id]:
    return frozenset(used for used, _ in section.once(_used))


def _used(section: Section) -> tuple[tuple[_Id, Path], ...]:
    """Return every id in a section with the path of its record."""
    return tuple(_named(section.records))


def _named(records: Iterable[tuple[Path, Record]]) -> Iterator[tuple[_Id, Path]]:
    for path, record in records:
        attribute = fields(type(record)).get("id")
        name = getattr(record, attribute[0]) if attribute else None
        if name is not None:
            yield (_scope(path, record), name), path


def _scope(path: Path, record: Record) -> Path:
    return path[:-1] if isinstance(record, Band | DescriptorState | Outcome | RedLine | Regime | Statement) else ()
