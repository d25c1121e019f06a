"""Which record of one version is which of the other: by its id, or else by the keys that it is known by."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from detente.case.record import Record
from detente.case.shape import fields
from detente.changes.plain import alike, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


def is_known(kind: type[Record]) -> bool:
    """Whether records of a kind can be told from each other; others are part of what they stand in."""
    return "id" in fields(kind) or bool(kind.known_by)


def name_of(record: Record) -> str:
    """Return the id of a record; where it has none, what it is known by, joined by dots."""
    own = getattr(record, "id", None)
    return str(own) if own is not None else ".".join(_known_by(record)) or type(record).__name__.lower()


def _known_by(record: Record) -> Iterator[str]:
    keys = fields(type(record))
    values = (getattr(record, keys[key][0]) for key in record.known_by)
    yield from (_words(plain(value)) for value in values if value is not None)


def _words(value: Any) -> str:
    """Return a value on one line: of several, or of a date counted from something, the words one after the other."""
    parts = [word for pair in value.items() for word in pair] if isinstance(value, dict) else value
    return " ".join(map(str, parts)) if isinstance(parts, list) else str(parts)


def pairs(old: Sequence[Record], new: Sequence[Record]) -> Iterator[tuple[str, Record | None, Record | None]]:
    """Yield the records of two lists, those that are the same together, each under its name.

    Of several that share a name, those that say the same go together first, the others in the order written; from the
    second on they are numbered, as ``north.treaty.stance#2``.
    """
    before, after = _by_name(old), _by_name(new)
    for name in dict.fromkeys((*after, *before)):
        yield from _paired(name, before.get(name, []), after.get(name, []))


def labels(records: Iterable[Record]) -> tuple[str, ...]:
    """Return the names of records in their order, numbered where several share one."""
    met: dict[str, int] = defaultdict(int)
    found = []
    for record in records:
        name = name_of(record)
        met[name] += 1
        found.append(_numbered(name, met[name] - 1))
    return tuple(found)


def _by_name(records: Iterable[Record]) -> Mapping[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        found[name_of(record)].append(record)
    return found


def _paired(
    name: str, old: Sequence[Record], new: Sequence[Record]
) -> Iterator[tuple[str, Record | None, Record | None]]:
    left, still = list(range(len(old))), []
    for number, record in enumerate(new):
        same = next((each for each in left if alike(old[each], record)), None)
        if same is None:
            still.append(number)
        else:
            left.remove(same)
    for one, other in zip(left, still, strict=False):
        yield _numbered(name, min(one, other)), old[one], new[other]
    both = min(len(left), len(still))
    yield from ((_numbered(name, each), old[each], None) for each in left[both:])
    yield from ((_numbered(name, each), None, new[each]) for each in still[both:])


def _numbered(name: str, number: int) -> str:
    return f"{name}#{number + 1}" if number else name
