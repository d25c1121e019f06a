"""Origins: of what in a case as written that is which holds at a date, so that a flaw is told at its line."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import TYPE_CHECKING, Any, TypeVar

from detente.case.record import Record
from detente.case.shape import records, value_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.case import Case
    from detente.case.shape import Path
    from detente.models.flaw import Flaw

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Origins:
    """Of which record each is that was made of it.

    Attributes
    ----------
    made
        By the identity of what was made: it, and what it was made of.
    """

    made: dict[int, tuple[Record, Record]] = field(default_factory=dict)

    def copy(self, record: R, changes: Mapping[str, Any]) -> R:
        """Return a record with some changes, and remember of which it was made."""
        made = record.model_copy(update=changes)
        self.made[id(made)] = made, record
        return made

    def written(self, record: Record) -> Record:
        """Return the record that one was made of in the end; itself where it was not made."""
        while id(record) in self.made:
            record = self.made[id(record)][1]
        return record

    def told(self, flaw: Flaw, case: Case, written: Case) -> Flaw | None:
        """Return a flaw of the case of a date at its place in the case as written; ``None`` where it has none there.

        What lies in a list of which only some is left is told of the list. Perceptions are told as they are written.

        Parameters
        ----------
        case, written
            The case of the date, in which the flaw was found, and as it is written.
        """
        if flaw.path[:2] == ("conflict", "perceptions"):
            return flaw
        paths = {id(each): path for path, each in records(written)}
        for depth, record in _down(case, flaw.path):
            origin, below = self.written(record), flaw.path[depth:]
            if id(origin) not in paths:
                continue
            if origin is record or value_at(origin, below) == value_at(record, below):
                return replace(flaw, path=(*paths[id(origin)], *below))
            names = takewhile(lambda key: isinstance(key, str), below)
            return replace(flaw, path=(*paths[id(origin)], *names), offset=None)
        return None


def _down(case: Case, path: Path) -> Iterator[tuple[int, Record]]:
    """Return the records on a path with how deep each stands, the innermost first."""
    inside = ((depth, value_at(case, path[:depth])) for depth in range(len(path), 0, -1))
    return ((depth, each) for depth, each in inside if isinstance(each, Record))
