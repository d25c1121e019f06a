"""What a check sees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from detente.case import Case
from detente.case.calendar import Calendar, calendar_of
from detente.case.record import Record
from detente.case.shape import Path, Reference, records_at, references
from detente.case.source_text import SourceText
from detente.checks.moments import moments
from detente.dates import PartialDate, RelativeDate
from detente.diagnostics import Place, SourceMap, Span


@dataclass(frozen=True)
class Section:
    """One section of a case, and what stands in it."""

    value: Any
    path: Path

    @cached_property
    def records(self) -> tuple[tuple[Path, Record], ...]:
        """Every record with its path."""
        return tuple(records_at(self.value, self.path))

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every reference."""
        return tuple(references(self.records))

    @cached_property
    def moments(self) -> tuple[tuple[Path, PartialDate | RelativeDate], ...]:
        """Every date with its path."""
        return tuple(moments(self.records))


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
    base
        What was changed for a scenario or a perception, where this was: then only errors are told, and sections that
        were not touched need not be gone through again.
    """

    case: Case
    spans: SourceMap
    broken_ids: frozenset[str]
    texts: Mapping[str, SourceText]
    lost: bool = False
    base: Context | None = None

    def changed_to(self, case: Case, span: Span) -> Context:
        """Return the context of a changed case, every value of which is placed at ``span``: it stands nowhere else."""
        return Context(case, SourceMap(Place(span)), frozenset(), self.texts, base=self)

    @cached_property
    def sections(self) -> Mapping[str, Section]:
        """Every section by its key."""
        found: dict[str, Section] = {}
        for key in Case.model_fields:
            value = getattr(self.case, key)
            known = self.base.sections[key] if self.base is not None else None
            found[key] = known if known is not None and known.value is value else Section(value, (key,))
        return found

    @cached_property
    def records(self) -> tuple[tuple[Path, Record], ...]:
        """Every record of the case with its path."""
        return tuple(chain.from_iterable(section.records for section in self.sections.values()))

    @property
    def own_records(self) -> Iterator[tuple[Path, Record]]:
        """The records of those sections that were not taken over from the case before it was changed."""
        kept = self.base.sections if self.base is not None else {}
        return chain.from_iterable(each.records for key, each in self.sections.items() if kept.get(key) is not each)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every reference in the case."""
        return tuple(chain.from_iterable(section.references for section in self.sections.values()))

    @cached_property
    def moments(self) -> tuple[tuple[Path, PartialDate | RelativeDate], ...]:
        """Every date written in the case with its path."""
        return tuple(chain.from_iterable(section.moments for section in self.sections.values()))

    @cached_property
    def calendar(self) -> Calendar:
        """Every date of the case as an interval of days."""
        return calendar_of(self.case)
