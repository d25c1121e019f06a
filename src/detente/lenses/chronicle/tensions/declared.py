"""Tensions: where the sources pull apart, and how the case reads them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.case.citation import Claim
from detente.case.shape import records
from detente.case.term import Tension
from detente.findings import Column, Finding, Part, Table
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.words import filled
from detente.lenses.evidence import row
from detente.lenses.look import Look
from detente.lenses.wording import counted

if TYPE_CHECKING:
    from detente.case import Case

_COLUMNS = (Column("what", "Tension"), Column("reading", "How the case reads it"))


_CAPTION = "Claims that pull apart, first those whose passages are cited most"
_SHOWN = 1


def find(look: Look[ChronicleOptions]) -> tuple[Tension, ...] | None:
    """Return the claims that pull apart, those first on whose passages most of the case rests."""
    tensions = look.moment.past.tensions
    rests = Counter(_places(look.case)) if tensions else Counter()
    weights = {each.id: sum(rests[place] for place in {(c.source, c.at) for c in each.cites}) for each in tensions}
    return tuple(sorted(tensions, key=lambda each: -weights[each.id])) or None


def _places(case: Case) -> Iterator[tuple[str, str | None]]:
    """Yield the passages that the claims of a case rest on, once for each claim."""
    for _, record in records(case):
        if isinstance(record, Claim) and not isinstance(record, Tension):
            yield from {(cite.source, cite.at) for cite in record.cites}


def show(tensions: tuple[Tension, ...], look: Look[ChronicleOptions]) -> Finding:
    """Say where the sources disagree."""
    del look
    read = sum(tension.reading is not None for tension in tensions)
    rows = tuple(row(tension, tension.what, tension.reading) for tension in tensions)
    return Finding(
        "Where the sources disagree",
        f"{counted(len(tensions), 'tension')} between claims{_read(len(tensions), read)}.",
        tables=(filled(Table("tensions", _CAPTION, _COLUMNS, rows, shown=_SHOWN)),),
        part=Part.DOUBT,
    )


def _read(every: int, read: int) -> str:
    if not read:
        return ""
    who = f", {read} of them" if read < every else ", each" if every > 1 else ","
    return f"{who} with the reading this case takes"


CHAPTER = Chapter("tensions", 100, find, show)
