"""Victims: what of a case goes with a reference to nothing, or with what cannot be worked with any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.citation import Claim
from detente.case.conflict import DecisionMaker
from detente.case.reading import Reading
from detente.case.record import Record
from detente.case.shape import fields, value_at
from detente.case.step import Requirement
from detente.dates import PartialDate, RelativeDate

if TYPE_CHECKING:
    from detente.case import Case
    from detente.case.shape import Path, Reference

_WHOLE = (("scenarios",), ("conflict", "perceptions"))
"""Lists of which an item is of one piece: nothing inside it goes alone."""


def with_reference(case: Case, reference: Reference) -> tuple[Path, bool]:
    """Return what goes with a reference to nothing, and whether that is a record rather than the reference alone.

    An item of a list goes, and a key that a record can do without; a record that cannot goes as a whole.
    """
    path = reference.path
    while not (reference.is_key and path == reference.path):
        key, owner = path[-1], value_at(case, path[:-1])
        if isinstance(key, int) or isinstance(owner, dict):
            break
        if isinstance(owner, Record) and not isinstance(owner, Requirement) and _can_miss(owner, str(key)):
            break
        path = path[:-1]
    return path, isinstance(value_at(case, path), Claim) and not isinstance(value_at(case, path), Requirement)


def with_problem(case: Case, path: Path) -> Path:
    """Return what goes with a value that is wrong now: a date alone, an item of a list, or a section.

    The date since or until when a reading holds does not go alone: the reading would hold at any time.
    """
    for above in _WHOLE:
        if path[: len(above)] == above and len(path) > len(above):
            return path[: len(above) + 1]
    owner = value_at(case, path[:-1])
    is_date = isinstance(value_at(case, path), PartialDate | RelativeDate)
    bounds = isinstance(owner, Reading) and path[-1] in ("from", "to")
    if is_date and not bounds and isinstance(owner, Record) and _can_miss(owner, str(path[-1])):
        return path
    for end in range(len(path), 1, -1):
        record = value_at(case, path[:end])
        if isinstance(path[end - 1], int) and isinstance(record, Record):
            return path[:1] if isinstance(record, DecisionMaker) else path[:end]
    return path[:1]


def _can_miss(owner: Record, key: str) -> bool:
    return not type(owner).model_fields[fields(type(owner))[key][0]].is_required()
