"""Groups of changes: lists that differ in how far up one and the same wish is put are told together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement, product
from math import prod
from typing import TYPE_CHECKING

from detente.methods.gmcr.inverse.changes import Change

if TYPE_CHECKING:
    from detente.methods.gmcr.inverse.search import Answer, Outcome

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Revision:
    """What one decision maker changes.

    Attributes
    ----------
    maker
        Who.
    kept
        Its statements that stay, in their new order.
    wishes
        The wishes put in, in order.
    spans
        For each of them, the first and the last place among those kept where it may stand.
    """

    maker: int
    kept: tuple[int, ...]
    wishes: tuple[int, ...]
    spans: tuple[Range, ...]

    def change(self) -> Change:
        """Return the change in which each wish stands as far up as it may."""
        places = (low for low, _ in self.spans)
        return Change(self.kept, tuple(zip(places, self.wishes, strict=True)))


@dataclass(frozen=True, slots=True)
class Group:
    """Smallest changes told together: how many, and who changes what."""

    count: int
    parts: tuple[Revision, ...]


def grouped(outcome: Outcome) -> list[list[Group]]:
    """Return the smallest changes in groups: one list for each who changes something, if any choices go together.

    Otherwise one list for all; it holds only the answers that are listed.
    """
    if not outcome.edits:
        return []
    if not outcome.parts:
        return [list(_groups(outcome.answers))]
    changing = dict(outcome.answers[0])
    return [list(_groups(((i, new),) for new in part)) for i, part in enumerate(outcome.parts) if i in changing]


def _groups(answers: Iterable[Answer]) -> Iterator[Group]:
    """Yield groups in the order of their first members."""
    alike: dict[tuple[Revision, ...], set[tuple[int, ...]]] = {}
    for answer in answers:
        key = tuple(_bare(maker, change) for maker, change in answer)
        alike.setdefault(key, set()).add(tuple(place for _, change in answer for place, _ in change.added))
    for key, places in alike.items():
        for spans in _boxes(key, places):
            rest = list(spans)
            parts = []
            for part in key:
                mine, rest = rest[: len(part.wishes)], rest[len(part.wishes) :]
                parts.append(Revision(part.maker, part.kept, part.wishes, tuple(mine)))
            yield Group(_size(key, spans), tuple(parts))


def _bare(maker: int, change: Change) -> Revision:
    return Revision(maker, change.kept, tuple(wish for _, wish in change.added), ())


def _boxes(key: Sequence[Revision], places: set[tuple[int, ...]]) -> Iterator[tuple[Range, ...]]:
    """Yield ranges of places that hold all of ``places`` and no others."""
    whole = tuple((min(column), max(column)) for column in zip(*places, strict=True))
    if _size(key, whole) == len(places):
        yield whole
    elif len(whole) == 1:
        yield from ((run,) for run in _runs(sorted(place for (place,) in places)))
    else:
        yield from (tuple((place, place) for place in each) for each in sorted(places))


def _runs(places: Sequence[int]) -> Iterator[Range]:
    first = places[0]
    for place, after in zip(places, [*places[1:], None], strict=True):
        if after != place + 1:
            yield first, place
            first = after if after is not None else place


def _size(key: Sequence[Revision], spans: Sequence[Range]) -> int:
    """Return how many ways there are to put wishes at places within their ranges, in their order."""
    sizes, rest = [], list(spans)
    for part in key:
        mine, rest = rest[: len(part.wishes)], rest[len(part.wishes) :]
        ways = combinations_with_replacement(range(len(part.kept) + 1), len(mine))
        sizes.append(sum(all(low <= at <= high for at, (low, high) in zip(way, mine, strict=True)) for way in ways))
    return prod(sizes)


def firsts(lists: Iterable[Sequence[Group]]) -> tuple[Revision, ...]:
    """Return the parts of the first group of each list: one smallest change, or several alike."""
    return tuple(part for parts in next(product(*lists), ()) for part in parts.parts)
