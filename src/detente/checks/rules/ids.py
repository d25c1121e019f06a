"""Ids are unique over the whole case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.conflict import Statement
from detente.case.issue import Outcome
from detente.case.shape import fields
from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.record import Record
    from detente.case.shape import Path
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

DUPLICATE_ID = Rule(
    "DT200",
    "an id is used twice",
    "An id names one record in the whole case, so that a reference can mean only one thing. The outcomes of an issue "
    "and the preference statements of a decision maker need to differ only among themselves.",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Report every id that an earlier record already has."""
    first: dict[tuple[Path, str], Path] = {}
    for path, record in context.records:
        attribute = fields(type(record)).get("id")
        name = getattr(record, attribute[0]) if attribute else None
        if name is None or path[0] == "case":
            continue
        scope = (_scope(path, record), name)
        if scope in first:
            earlier = context.spans.span(*first[scope], "id")
            yield DUPLICATE_ID.at(
                context.spans.span(*path, "id"),
                f"the id '{name}' is used twice",
                f"it already names a record at {earlier}",
            )
        else:
            first[scope] = path


def _scope(path: Path, record: Record) -> Path:
    return path[:-1] if isinstance(record, Outcome | Statement) else ()
