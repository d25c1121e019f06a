"""Conclusions as a graph of what rests on what, down to the origins of the sources."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from detente.case.citation import Citation
from detente.case.origins import origin_of, read_in
from detente.case.shape import records
from detente.methods.schedule.circles import components

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from detente.case import Case
    from detente.case.record import Record
    from detente.case.source import Source

_CITING = ("events", "episodes", "positions", "commitments", "measures")
"""Sections whose records a conclusion may rest on, and which say what they rest on themselves."""


class Grounds:
    """What the conclusions of a case rest on.

    Parameters
    ----------
    case
        The case.
    """

    def __init__(self, case: Case) -> None:
        self._case = case

    @cached_property
    def _sources(self) -> Mapping[str, Source]:
        return {source.id: source for source in self._case.sources}

    @cached_property
    def _number(self) -> Mapping[str, int]:
        return {conclusion.id: k for k, conclusion in enumerate(self._case.conclusions)}

    @cached_property
    def _order(self) -> Sequence[tuple[int, ...]]:
        """The conclusions that rest on each other, each behind those that it rests on."""
        below = {
            k: [self._number[name] for name in each.rests_on if name in self._number]
            for k, each in enumerate(self._case.conclusions)
        }
        return tuple(components(below))

    def circles(self) -> Iterator[tuple[int, ...]]:
        """Yield the numbers of conclusions that rest on each other in a circle."""
        for circle in self._order:
            one = self._case.conclusions[circle[0]]
            if len(circle) > 1 or one.id in one.rests_on:
                yield circle

    @cached_property
    def origins(self) -> Mapping[str, frozenset[str]]:
        """By conclusion, the origins on which it rests in the end; what lenses find has none of its own."""
        found: dict[str, frozenset[str]] = {}
        for several in self._order:
            grounds = [name for k in several for name in self._case.conclusions[k].rests_on]
            below = frozenset[str]().union(*(found.get(name) or self._own(name) for name in grounds))
            found |= dict.fromkeys((self._case.conclusions[k].id for k in several), below)
        return found

    def _own(self, name: str) -> frozenset[str]:
        if name in self._sources:
            return frozenset((self._origin(name),))
        record = self._citing.get(name)
        cites = (each.source for _, each in records(record) if isinstance(each, Citation)) if record else ()
        return frozenset(map(self._origin, cites))

    def _origin(self, source: str) -> str:
        """Return the origin of the source in which another was read: its label, or the source itself."""
        return origin_of(read_in(self._sources, source))[1] if source in self._sources else source

    @cached_property
    def _citing(self) -> Mapping[str, Record]:
        return {record.id: record for section in _CITING for record in getattr(self._case, section) if record.id}
