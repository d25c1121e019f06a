"""Comparing a case at two moments: of two versions, or of one at two dates."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.changes import records, verdicts
from detente.changes.result import Changes, Side
from detente.situation.readings.day import SECTIONS

if TYPE_CHECKING:
    from detente.study import Moment


@dataclass(frozen=True, slots=True)
class Compared:
    """One of two sights that are compared.

    Attributes
    ----------
    moment, version
        The case at its date, and the checksum of its files.
    guard
        Stands around whatever is worked out of it.
    """

    moment: Moment
    version: str
    guard: Callable[[], AbstractContextManager[None]]

    @property
    def side(self) -> Side:
        """Which case it is, for programs."""
        header = self.moment.written.case
        return Side(header.id, header.label, str(self.moment.as_of), self.version)


def changes(old: Compared, new: Compared) -> Changes:
    """Return what changed: between dates of one case in the readings that hold, between two cases in all records.

    Raises
    ------
    CaseError
        If a case cannot be modelled at its date.
    """
    one, other = old.moment, new.moment
    if one.study is other.study:
        found = records.compare(one.case, other.case, SECTIONS)
    else:
        found = records.compare(one.written, other.written)
    turned = verdicts.compare(verdicts.Looked(one, old.guard), verdicts.Looked(other, new.guard))
    return Changes(old.side, new.side, found, turned)
