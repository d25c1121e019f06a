"""Every date written in a case, with its path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from detente.case.record import Record
from detente.case.shape import Path, fields, holds
from detente.dates import PartialDate, RelativeDate


def moments(records: Iterable[tuple[Path, Record]]) -> Iterator[tuple[Path, PartialDate | RelativeDate]]:
    """Yield every date in ``records``."""
    for path, record in records:
        for key, name in _dated(type(record)):
            value = getattr(record, name)
            if value is not None:
                yield (*path, key), value


@cache
def _dated(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """Return by key the attributes of a kind of record that hold a date."""
    found = fields(kind).items()
    return tuple((key, name) for key, (name, annotation) in found if holds(annotation, PartialDate))
