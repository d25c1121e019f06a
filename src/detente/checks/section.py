"""One section of a case, and what is found out about it once, however many cases share it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, TypeVarTuple, cast

from detente.case.record import Record
from detente.case.shape import Path, Reference, records_at, references
from detente.checks.declared import declared_ids
from detente.checks.moments import moments
from detente.dates import PartialDate, RelativeDate

Found = TypeVar("Found")
Given = TypeVarTuple("Given")


@dataclass(frozen=True)
class Section:
    """One section of a case, and what stands in it."""

    value: Any
    key: str
    _found: dict[object, object] = field(default_factory=dict, init=False, repr=False)

    def once(self, work: Callable[[Section, *Given], Found], *given: *Given) -> Found:
        """Return what ``work`` finds in this section, where it looks at nothing else but what is given.

        It is done once for each that is given, which must be hashable.
        """
        if (work, given) not in self._found:
            self._found[work, given] = work(self, *given)
        return cast("Found", self._found[work, given])

    @cached_property
    def records(self) -> tuple[tuple[Path, Record], ...]:
        """Every record with its path."""
        return tuple(records_at(self.value, (self.key,)))

    @cached_property
    def identities(self) -> frozenset[int]:
        """The identity of every record."""
        return frozenset(id(record) for _, record in self.records)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every reference."""
        return tuple(references(self.records))

    @cached_property
    def declared(self) -> Mapping[str, frozenset[str]]:
        """The ids that may be referred to, by kind."""
        return declared_ids(self.key, self.value)

    @cached_property
    def moments(self) -> tuple[tuple[Path, PartialDate | RelativeDate], ...]:
        """Every date with its path."""
        return tuple(moments(self.records))

    @cached_property
    def relative(self) -> tuple[tuple[Path, RelativeDate], ...]:
        """Every date that is counted from another one, with its path."""
        return tuple((path, moment) for path, moment in self.moments if isinstance(moment, RelativeDate))
