"""What is different in the records of two cases, field by field; neither files nor the order of records count."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, get_args, get_origin

from detente.case.naming import names
from detente.case.record import Record
from detente.case.shape import fields, holds, unwrapped
from detente.changes.identity import is_known, labels, pairs
from detente.changes.naming import called
from detente.changes.plain import alike, plain
from detente.changes.result import Changed, Placed, Records

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from detente.case import Case


def compare(old: Case, new: Case, sections: Collection[str] | None = None) -> Records:
    """Return what is different in the records of two cases, in all of their sections or in some."""
    found = _Comparison(names(old), names(new))
    for section, (name, annotation) in fields(type(new)).items():
        before, after = getattr(old, name), getattr(new, name)
        if before is not after and (sections is None or section in sections):
            found.compare(_Place(section), annotation, before, after)
    return Records(tuple(found.added), tuple(found.removed), tuple(found.changed))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a record stands: the section, and the path below it."""

    section: str
    path: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The path as one text; the section's own name for its own record."""
        return ".".join(self.path) or self.section

    def below(self, *keys: str) -> _Place:
        """Return a place further down."""
        return _Place(self.section, (*self.path, *keys))


@dataclass(slots=True)
class _Comparison:
    """Collects what is different while it walks two cases side by side.

    Attributes
    ----------
    before, after
        What to call the records of each, by id.
    added, removed, changed
        What was found.
    """

    before: Mapping[str, str]
    after: Mapping[str, str]
    added: list[Placed] = field(default_factory=list)
    removed: list[Placed] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)

    def compare(self, place: _Place, annotation: Any, old: Any, new: Any) -> None:
        """Compare what a section holds: one record, or several."""
        if _lists_records(annotation):
            self._lists(place, old, new)
        else:
            self._one(place, old, new)

    def _lists(self, place: _Place, old: tuple[Record, ...], new: tuple[Record, ...]) -> None:
        for name, before, after in pairs(old, new):
            self._one(place.below(name), before, after)

    def _one(self, place: _Place, old: Record | None, new: Record | None) -> None:
        """Compare two records that are one and the same, of which one may be missing."""
        if new is None and old is not None:
            self.removed.append(Placed(place.id, place.section, called(old, self.before)))
        elif old is None and new is not None:
            self.added.append(Placed(place.id, place.section, called(new, self.after)))
        elif old is not None and new is not None and old is not new:
            self._fields(place, old, new)

    def _fields(self, place: _Place, old: Record, new: Record) -> None:
        for key, (name, annotation) in fields(type(new)).items():
            before, after = getattr(old, name), getattr(new, name)
            if before is after:
                continue
            if _lists_records(annotation):
                self._lists(place.below(key), before or (), after or ())
                self._order(place, key, (old, before or ()), (new, after or ()))
            elif _holds_records(annotation):
                self._one(place.below(key), before, after)
            else:
                for path, one, other in _different(key, before, after):
                    self._change(place, path, (old, plain(one)), (new, plain(other)))

    def _order(
        self, place: _Place, key: str, old: tuple[Record, tuple[Record, ...]], new: tuple[Record, tuple[Record, ...]]
    ) -> None:
        """Tell of the order of a list in which the place of a record says something."""
        if any(each.in_order for each in (*old[1], *new[1])):
            before, after = labels(old[1]), labels(new[1])
            if before != after:
                self._change(place, key, (old[0], list(before)), (new[0], list(after)))

    def _change(self, place: _Place, key: str, old: tuple[Record, Any], new: tuple[Record, Any]) -> None:
        name = called(new[0], self.after)
        self.changed.append(Changed(place.id, place.section, name, key, old[1], new[1]))


def _different(key: str, old: Any, new: Any) -> Iterator[tuple[str, Any, Any]]:
    """Yield what differs in a field: of a table key by key, with the path there."""
    if isinstance(old, dict) and isinstance(new, dict):
        for each in dict.fromkeys((*old, *new)):
            yield from _different(f"{key}.{each}", old.get(each), new.get(each))
    elif not alike(old, new):
        yield key, old, new


def _lists_records(annotation: Any) -> bool:
    """Whether a field lists records that can be told from each other."""
    bare = unwrapped(annotation)
    if get_origin(bare) is not tuple:
        return False
    kind = unwrapped(get_args(bare)[0])
    return isinstance(kind, type) and issubclass(kind, Record) and is_known(kind)


def _holds_records(annotation: Any) -> bool:
    """Whether a field is one record with such a list in it, be it further down."""
    kind = unwrapped(annotation)
    if not (isinstance(kind, type) and issubclass(kind, Record)):
        return False
    inside = [each for _, each in fields(kind).values() if holds(each, Record)]
    return any(_lists_records(each) or _holds_records(each) for each in inside)
