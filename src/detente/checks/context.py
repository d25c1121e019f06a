"""What a check sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from detente.case import Case
from detente.case.calendar import Calendar, calendar_of
from detente.case.record import Record
from detente.case.shape import Path, Reference, records, references
from detente.case.source_text import SourceText
from detente.checks.moments import moments
from detente.dates import PartialDate, RelativeDate
from detente.diagnostics import SourceMap


@dataclass(frozen=True)
class Context:
    """A case, where its values stand, and what came with it.

    Attributes
    ----------
    case, spans
        The records, and line and column of every value in them.
    broken_ids
        Ids of records that were left out; references to them are not reported again.
    texts
        Texts of sources at hand, by source id.
    lost
        Whether a whole file could not be read, so that no reference to nothing is reported.
    changed
        Whether the case was changed for a scenario or a perception, of which only errors are told.
    """

    case: Case
    spans: SourceMap
    broken_ids: frozenset[str]
    texts: Mapping[str, SourceText]
    lost: bool = False
    changed: bool = False

    @cached_property
    def records(self) -> tuple[tuple[Path, Record], ...]:
        """Every record of the case with its path."""
        return tuple(records(self.case))

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every reference in the case."""
        return tuple(references(self.records))

    @cached_property
    def moments(self) -> tuple[tuple[Path, PartialDate | RelativeDate], ...]:
        """Every date written in the case with its path."""
        return tuple(moments(self.records))

    @cached_property
    def calendar(self) -> Calendar:
        """Every date of the case as an interval of days."""
        return calendar_of(self.case)
