"""Every date written in a case, with its path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.shape import fields, records
from detente.dates import PartialDate, RelativeDate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case import Case
    from detente.case.shape import Path


def moments(case: Case) -> Iterator[tuple[Path, PartialDate | RelativeDate]]:
    """Yield every date of the case."""
    for path, record in records(case):
        for key, (name, _) in fields(type(record)).items():
            value = getattr(record, name)
            if isinstance(value, PartialDate | RelativeDate):
                yield (*path, key), value
