"""Open questions: what the case leaves undetermined at this date, and what would settle it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.dates.words import plain_date
from detente.findings import Column, Depth, Finding, Part, Result, Row, Table
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.unknown.kinds import by_kind
from detente.lenses.look import Look
from detente.lenses.wording import one_or_many
from detente.situation.answers import Undetermined

if TYPE_CHECKING:
    from collections.abc import Mapping

_DAY = r"\d{4}(?:-\d\d){0,2}[?~%]?"
_DATE = rf"(?<![\w/.-])(?:{_DAY}|\.\.)(?:/(?:{_DAY}|\.\.))?(?![\w/-])"
_FEW, _MOST_NAMES = 5, 2
_COLUMNS = (
    Column("what", "Open question"),
    Column("because", "Why it cannot be said"),
    Column("settled_by", "What would settle it"),
)
_ASKED = (Column("asked", "Cannot be said"), Column("of", "Of what"), Column("settled_by", "What would settle it"))


@dataclass(frozen=True, slots=True)
class OpenQuestions(Result):
    """What cannot be said.

    Attributes
    ----------
    undetermined
        What the case leaves open at this date.
    """

    undetermined: tuple[Undetermined, ...]


def find(look: Look[ChronicleOptions]) -> OpenQuestions:
    """Return what cannot be said at this date."""
    return OpenQuestions(look.situation.undetermined)


def show(found: OpenQuestions, look: Look[ChronicleOptions]) -> Iterator[Finding]:
    """Say what cannot be said, and what would settle it: one by one where they are few, else by what they ask."""
    undetermined, called = found.undetermined, look.situation.names
    if not undetermined:
        return
    many = len(undetermined)
    headline = one_or_many(
        many,
        "1 question is left open at this date; no answer is taken for granted.",
        f"{many} questions are left open at this date; no answer is taken for granted.",
    )
    rows = tuple(_row(called, each) for each in undetermined)
    whole = Table("undetermined", "Open questions", _COLUMNS, rows)
    asked = whole if many <= _FEW else _asked(look, undetermined)
    yield Finding("What cannot be said", headline, tables=(asked,), part=Part.DOUBT)
    if asked is not whole:
        yield Finding(
            "Why it cannot be said",
            f"Each of the {many} open questions, with the reason.",
            tables=(whole,),
            part=Part.DOUBT,
            depth=Depth.APPENDIX,
            id="open-questions-one-by-one",
        )


def _asked(look: Look[ChronicleOptions], undetermined: tuple[Undetermined, ...]) -> Table:
    """Return open questions by what they ask, those first that the models read."""
    called = look.situation.names
    rows = []
    for kind, names in by_kind(look.moment, undetermined).items():
        first = tuple(_what(called, name) for name in names[:_MOST_NAMES])
        more = (f"{len(names) - _MOST_NAMES} more",) if len(names) > _MOST_NAMES else ()
        rows.append(Row((kind.asks, (*first, *more), kind.settled_by)))
    return Table("open-questions", "What cannot be said, first what the models read", _ASKED, tuple(rows))


def _row(called: Mapping[str, str], each: Undetermined) -> Row:
    """Return the row of an open question, with its reason in words."""
    return Row((_what(called, each.id), _plainly(called, each.because), _plainly(called, each.settled_by)))


def _plainly(called: Mapping[str, str], text: str) -> str:
    """Return what a document says with its dates in words, and its names in the quotation marks of sentences."""
    names = {f"'{name}'" for name in called.values() if f"'{name}'" in text}
    marks = "|".join([*map(re.escape, sorted(names, key=len, reverse=True)), _DATE])
    return re.sub(marks, lambda found: _plain(found.group()), text)


def _plain(mark: str) -> str:
    if mark.startswith("'"):
        return f"“{mark[1:-1]}”"
    words = plain_date(mark)
    return f"{words.removeprefix('since ')} or later" if words.startswith("since ") else words


def _what(called: Mapping[str, str], name: str) -> str:
    """Return what to call an open question: its record's name, or of a nameless position who wants what."""
    return " on ".join(called.get(part, part) for part in name.split("/"))


CHAPTER = Chapter("open-questions", 110, find, show)
