"""Which sources are readouts of one event, and their comparisons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.models.readouts.comparison import compare
from detente.models.readouts.lexicon import english

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.event import Event
    from detente.case.source import Source
    from detente.case.source_text import SourceText
    from detente.models.readouts.results import Comparison
    from detente.study import Moment

KINDS = ("official-readout", "readout")


@dataclass(frozen=True, slots=True)
class Compared:
    """Two readouts of one event.

    Attributes
    ----------
    event
        The first event that cites both.
    first, second
        The sources, in the order of the case.
    found
        What they say together and each alone.
    """

    event: Event
    first: Source
    second: Source
    found: Comparison


def compared(moment: Moment) -> tuple[Compared, ...]:
    """Return every two readouts of one event that were out by a date and whose texts are at hand."""
    texts = moment.study.beside.texts
    return tuple(
        Compared(event, first, second, _comparison(first, second, texts))
        for (first, second), event in _pairs(moment, texts)
    )


def _pairs(moment: Moment, texts: Mapping[str, SourceText]) -> Iterator[tuple[tuple[Source, Source], Event]]:
    """Yield the readouts two by two, each pair once, with the first event that cites both."""
    told = [source for source in moment.case.sources if source.kind in KINDS and _is_at_hand(texts.get(source.id))]
    out = [each for each in told if each.published is None or moment.clock.passed(each.published) is not Truth.FALSE]
    known: set[tuple[str, str]] = set()
    for event in moment.past.events:
        cited = {cite.source for cite in event.cites}
        for pair in combinations([source for source in out if source.id in cited], 2):
            ids = pair[0].id, pair[1].id
            if ids not in known:
                known.add(ids)
                yield pair, event


def _is_at_hand(text: SourceText | None) -> bool:
    return text is not None and not text.problem


def _comparison(first: Source, second: Source, texts: Mapping[str, SourceText]) -> Comparison:
    is_english = all((source.language or "en").partition("-")[0] == "en" for source in (first, second))
    a, b = ("\n\n".join(texts[source.id].paragraphs) for source in (first, second))
    return compare(a, b, english() if is_english else None)
