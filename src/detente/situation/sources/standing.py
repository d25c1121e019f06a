"""Standing: what had become of each source by a date, of itself, with its origin, or with what it is known through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.case.origins import gone_with
from detente.dates import PartialDate, Truth
from detente.dates.words import plain_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.case.source import Source, Word
    from detente.dates import RelativeDate
    from detente.situation.clock import Clock

_STRONGEST: tuple[Word, ...] = ("retracted", "refuted", "disputed")


@dataclass(frozen=True, slots=True)
class SourceStanding:
    """What had become of a source by a date.

    Attributes
    ----------
    word
        Retracted, refuted or disputed: the strongest that may have been so.
    certain
        Whether it had come about by the date, or only may have.
    since
        Since when, as the case says.
    source
        The source of which the case says so: itself, one of its origin, or one through which it is known.
    """

    word: Word
    certain: bool
    since: PartialDate | RelativeDate | None
    source: Source

    @property
    def is_withdrawn(self) -> bool:
        """Whether nothing can rest on it any more."""
        return self.certain and self.word != "disputed"

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """What to sort by, the weightiest first."""
        return not self.is_withdrawn, not self.certain, _STRONGEST.index(self.word)

    @property
    def said(self) -> str:
        """The same in words."""
        when = f" ({plain_date(str(self.since))})" if isinstance(self.since, PartialDate) else ""
        return f"“{self.source.label}” {'is' if self.certain else 'may be'} {self.word}{when}"


def standings_of(clock: Clock) -> Mapping[str, SourceStanding]:
    """Return what had become of sources by the date of a clock, by id; nothing of those that stand as they did."""
    found: dict[str, SourceStanding] = {}
    for source in clock.case.sources:
        for standing in _own(clock, source):
            for name in gone_with(clock.case.sources, (source.id,)):
                if name not in found or standing.rank < found[name].rank:
                    found[name] = standing
    return found


def _own(clock: Clock, source: Source) -> Iterator[SourceStanding]:
    for change in source.status:
        reached = clock.reached(change.from_)
        if reached is not Truth.FALSE:
            yield SourceStanding(change.word, reached is Truth.TRUE, change.from_, source)
