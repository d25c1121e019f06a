"""Judgements that several records make of one pair, put together."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from detente.case.system.impact import Judged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Key = TypeVar("Key", bound=tuple[int, ...])
J = TypeVar("J", bound=Judged)


@dataclass(slots=True)
class Judgements(Generic[Key, J]):
    """What is said of each pair, or of each state, by whom.

    Attributes
    ----------
    records
        The records, by what they are about.
    """

    records: dict[Key, tuple[J, ...]] = field(default_factory=dict)
    _coders: dict[Key, tuple[str | None, ...]] = field(default_factory=dict)

    def add(self, key: Key, record: J, coder: str | None = None) -> None:
        """Add a record about something, and whose judgement it is."""
        self.records[key] = (*self.records.get(key, ()), record)
        self._coders[key] = (*self._coders.get(key, ()), coder)

    def strength(self, key: Key) -> tuple[int, int, int]:
        """Return how strong it is: the mean of what coders take as its middle, and the widest of their bounds.

        The mean is rounded, and halfway between two whole numbers to the weaker. What one coder says of it in several
        records adds up.
        """
        by_coder: dict[str | None, list[J]] = {}
        for record, coder in zip(self.records[key], self._coders[key], strict=True):
            by_coder.setdefault(coder, []).append(record)
        middles = [sum(each.effect.middle for each in several) for several in by_coder.values()]
        lows = [sum(each.effect.low for each in several) for several in by_coder.values()]
        highs = [sum(each.effect.high for each in several) for several in by_coder.values()]
        return _rounded(sum(middles) / len(middles)), min(lows), max(highs)


def _rounded(number: float) -> int:
    """Return the nearest whole number; of two, the one nearer to 0."""
    return int(math.copysign(math.ceil(abs(number) - 0.5), number))


def selected(records: Iterable[J], *, cited_only: bool) -> Iterator[J]:
    """Yield the records that count."""
    return (each for each in records if not (cited_only and each.basis == "assumed"))
