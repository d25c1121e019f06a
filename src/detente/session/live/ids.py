"""Ids: every id that a case gives to a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.shape import fields, records_at

if TYPE_CHECKING:
    from detente.case import Case


def ids_of(case: Case) -> set[str]:
    """Return every id that a record of a case has."""
    found = (records_at(getattr(case, name), (key,)) for key, (name, _) in fields(type(case)).items())
    ids = (getattr(record, "id", None) for several in found for _, record in several)
    return {name for name in ids if isinstance(name, str)}
