"""Hovering: what an id means, on what authority it is said, and where it is used."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from detente.case.citation import Citation, Claim
from detente.case.shape import value_at
from detente.case.source import Source
from detente.dates import PartialDate, RelativeDate
from detente.session.editing.wording import label, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from detente.case.record import Record
    from detente.case.shape import Path
    from detente.diagnostics import Span
    from detente.session.editing.desk import Desk
    from detente.session.editing.mention import Mention, Name

_MOST_PLACES, _MOST_PARAGRAPHS, _LONGEST = 8, 3, 600
_TOLD = ("date", "published", "publisher", "kind", "role", "status", "reliability", "interest", "actor", "issue")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")


@dataclass(frozen=True, slots=True)
class Hover:
    """What is said of a place.

    Attributes
    ----------
    markdown
        What to show.
    span
        What it is about.
    """

    markdown: str
    span: Span | None


def hover(desk: Desk, file: str, line: int, column: int) -> Hover | None:
    """Return what is said of the id at a place of a file, counted from 1, or of the citation; else nothing."""
    mention, name = look_up(desk, file, line, column)
    if name is None and (mention := _citing(desk, file, (line, column))):
        name = mention.name
    if name is None or name not in desk.index.records:
        return None
    _, record = desk.index.records[name]
    paragraphs = _paragraphs(desk, mention) if mention else []
    blocks = [_head(name, record), *_facts(record), *paragraphs, *_grounds(desk, record), _places(desk, name)]
    return Hover("\n\n".join(block for block in blocks if block), mention.span if mention else None)


def look_up(desk: Desk, file: str, line: int, column: int) -> tuple[Mention | None, Name | None]:
    """Return what a place mentions; by its word alone where the file has changed since it was last read whole."""
    if desk.is_as_read(file):
        mention = desk.index.at(desk.path_of(file), line, column)
        return mention, mention.name if mention else None
    return None, desk.index.called(desk.word(file, line, column))


def _head(name: Name, record: Record) -> str:
    said = label(record)
    kind = type(record).__name__.lower()
    return f"**{_plain(said)}**  \n{kind} `{name.id}`" if said else f"**{name.id}**  \n{kind}"


def _facts(record: Record) -> Iterator[str]:
    """Yield the small facts of a record, how certain it is, and what it assumes."""
    found = ((key, getattr(record, key, None)) for key in _TOLD)
    facts = [
        f"{key}: {_plain(shortened(str(value)))}"
        for key, value in found
        if isinstance(value, str | PartialDate | RelativeDate)
    ]
    if isinstance(record, Claim):
        facts += [f"certainty: {record.certainty}"] if record.certainty else []
        facts += [f"hedge: “{_plain(record.hedge)}”"] if record.hedge else []
    yield " · ".join(facts)
    if isinstance(record, Claim) and record.assumption:
        yield f"*Assumed:* {_plain(shortened(record.assumption, _LONGEST))}"


def _paragraphs(desk: Desk, mention: Mention) -> list[str]:
    """Return the paragraphs that a citation at this place names, where the text of its source is at hand."""
    found = _citation(desk, mention)
    return list(_restated(desk, found[1])) if found else []


def _citation(desk: Desk, mention: Mention) -> tuple[Path, Citation] | None:
    """Return the citation that a place belongs to, and where this stands in the case."""
    for length in range(len(mention.at), 1, -1):
        cited = value_at(desk.known.case, mention.at[:length])
        if isinstance(cited, Citation):
            return mention.at[:length], cited
    return None


def _citing(desk: Desk, file: str, place: tuple[int, int]) -> Mention | None:
    """Return the source of the citation around a place that names no id itself, such as its paragraph."""
    mention = desk.index.before(desk.path_of(file), *place) if desk.is_as_read(file) else None
    found = _citation(desk, mention) if mention else None
    end = desk.known.loaded.source_map.span(*found[0]).end if found else None
    return mention if end and place <= end else None


def _restated(desk: Desk, cited: Citation) -> Iterator[str]:
    """Yield what a source says at a place, as far as its text is at hand."""
    text = desk.known.texts.get(cited.source)
    for number in (cited.paragraphs() or ())[:_MOST_PARAGRAPHS] if text else ():
        if text and number <= len(text.paragraphs):
            yield f"> ¶{number} {_plain(shortened(text.paragraphs[number - 1], _LONGEST))}"


def _grounds(desk: Desk, record: Record) -> Iterator[str]:
    """Yield what a record cites, with the words of the sources that are at hand."""
    cites = record.cites if isinstance(record, Claim) else ()
    if cites:
        yield f"Cites {', '.join(_plain(str(each)) for each in cites)}"
    for cited in cites[:_MOST_PARAGRAPHS]:
        yield from _restated(desk, cited)
    if isinstance(record, Source) and record.via:
        yield f"Known through {record.via}"


def _places(desk: Desk, name: Name) -> str:
    uses = desk.index.uses(name)
    if not uses:
        return "Used nowhere"
    named = ", ".join(_lines(uses))
    return f"Used {len(uses)} time{'' if len(uses) == 1 else 's'}: {named}"


def _lines(uses: Iterable[Mention]) -> Iterator[str]:
    """Yield the first places that use something, then how many more there are."""
    places = list(dict.fromkeys(f"{PurePath(each.span.path).name}:{each.span.line}" for each in uses))
    yield from places[:_MOST_PLACES]
    if len(places) > _MOST_PLACES:
        yield f"and {len(places) - _MOST_PLACES} more"


def _plain(text: str) -> str:
    """Return text in which nothing is read as Markdown."""
    return _SPECIAL.sub(r"\\\1", text)
