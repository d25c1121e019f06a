"""The readouts: how much two sides told the same of one event, and where their words part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.findings import Certainty, Column, Depth, Evidence, Finding, Method, Row, Statement, Table
from detente.findings.table import Text
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.readouts.pairs import Compared, compared
from detente.lenses.chronicle.words import filled
from detente.lenses.look import Look
from detente.lenses.wording import counted, sentence
from detente.methods.wording.alignment import LEAST
from detente.methods.wording.shingles import LETTERS, WORDS
from detente.models.readouts.results import Effect
from detente.models.readouts.told import counts, differences, languages, likeness

if TYPE_CHECKING:
    from detente.case.source import Source
    from detente.models.readouts.results import Alone

_MOST = 100
_NEARLY_ONE = 0.9
"""So alike two readouts are at least that one was hardly written without the other."""

_METHOD = Method(
    "Shingles and alignment of sentences",
    parameters=(
        ("characters in a sequence", str(LETTERS)),
        ("words in a sequence", str(WORDS)),
        ("least similarity of one sentence in other words", str(LEAST)),
    ),
    references=("Broder1997", "Hyland2005", "Aust2013"),
    formula=(
        "the sequences in both texts, divided by those in either (Jaccard) or in one (containment); two sentences are "
        "one in other words where twice the words that they have in the same order are at least half of all their words"
    ),
)


def find(look: Look[ChronicleOptions]) -> tuple[Compared, ...] | None:
    """Return the readouts of one event, two by two; nothing where no event has two."""
    return compared(look.moment) or None


def show(pairs: tuple[Compared, ...], look: Look[ChronicleOptions]) -> Finding:
    """Say how alike the readouts are, and list what differs."""
    del look
    first = pairs[0]
    events = len({pair.event.id for pair in pairs})
    more = f"{counted(len(pairs), 'pair')} of readouts of {counted(events, 'event')} are compared."
    return Finding(
        "Readouts side by side",
        _headline(first) if len(pairs) == 1 else more,
        statements=tuple(statement for pair in pairs for statement in _said(pair)),
        tables=tuple(table for number, pair in enumerate(pairs, 1) for table in _tables(pair, number)),
        method=_METHOD,
        depth=Depth.DETAIL,
    )


def _headline(pair: Compared) -> str:
    same = counted(len(pair.found.shared), "sentence")
    return f"{sentence(pair.event.what)} Its two readouts have {same} in common."


def _names(pair: Compared) -> tuple[str, str]:
    return f"“{pair.first.label}”", f"“{pair.second.label}”"


def _said(pair: Compared) -> Iterator[Statement]:
    names, found = _names(pair), pair.found
    cites = Evidence(pair.first.id), Evidence(pair.second.id)
    yield Statement(counts(found, names), cites)
    yield Statement(likeness(found, names))
    if found.similarity.jaccard >= _NEARLY_ONE:
        why = "So alike that one was hardly written without the other: what both say counts as told once."
        yield Statement(why, certainty=Certainty.INFERENCE)
    effects = Counter(each.hedges.effect for each in found.changed)
    for effect in (Effect.HARDENS, Effect.SOFTENS):
        if effects[effect]:
            yield Statement(f"{names[1]} {effect} {counted(effects[effect], 'sentence')} of {names[0]}.")
    yield Statement(languages(found))


def _tables(pair: Compared, number: int) -> Iterator[Table]:
    """Yield the sentences in other words, then those that only one readout has."""
    found = pair.found
    if found.changed:
        columns = (
            Column("a", pair.first.label),
            Column("b", pair.second.label),
            Column("differs", "From the first to the second"),
        )
        rows = [
            Row((_cell(each.text_a, pair.first), _cell(each.text_b, pair.second), tuple(differences(each))))
            for each in found.changed
        ]
        yield _table(f"readouts-changed-{number}", "Sentences in other words", columns, rows)
    alone = [(each.text, source) for source, only in _sides(pair) for each in only]
    if alone:
        columns_alone = Column("text", "Sentence"), Column("source", "Only in")
        rows = [Row((_cell(text, source), source.label)) for text, source in alone]
        yield _table(f"readouts-only-{number}", "Sentences in one readout only", columns_alone, rows)


def _sides(pair: Compared) -> tuple[tuple[Source, tuple[Alone, ...]], ...]:
    return (pair.first, pair.found.only_a), (pair.second, pair.found.only_b)


def _table(key: str, caption: str, columns: tuple[Column, ...], rows: list[Row]) -> Table:
    cut = f", the first {_MOST} of {len(rows)}; “detente compare --json” gives all" if len(rows) > _MOST else ""
    return filled(Table(key, caption + cut, columns, tuple(rows[:_MOST])))


def _cell(text: str, source: Source) -> str | Text:
    plainly = " ".join(text.split())
    return Text(plainly, source.language) if source.language else plainly


CHAPTER = Chapter("readouts", 105, find, show)
