"""Outlines: the records of a file, how often each is used, and what can be folded away."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.case.conflict import DecisionMaker
from detente.case.settlement import Party
from detente.case.shape import value_at
from detente.session.editing.lines import split
from detente.session.editing.wording import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.shape import Path
    from detente.diagnostics import Span
    from detente.session.editing.desk import Desk
    from detente.session.editing.mention import Mention

_CITING = ("cites", "rests_on")
_WANTING = ("requires", "statements", "red_lines", "conditions", "demanded_by")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A record of a file.

    Attributes
    ----------
    name, detail
        Its id, and what to call it.
    section
        The section that it stands in.
    span, id_span
        The whole record, and its id.
    """

    name: str
    detail: str
    section: str
    span: Span
    id_span: Span


def symbols(desk: Desk, file: str) -> Iterator[Symbol]:
    """Yield the records of a file that have an id."""
    index = desk.index
    for mention in index.by_file.get(desk.path_of(file), ()):
        if mention.is_definition and mention.name in index.records:
            path, record = index.records[mention.name]
            span = desk.known.loaded.source_map.span(*path)
            if span.path == mention.span.path:
                yield Symbol(mention.name.id, label(record), str(path[0]), span, mention.span)


def counts(desk: Desk, file: str) -> Iterator[tuple[Span, str]]:
    """Yield by the id of each record of a file how often it is cited, wanted and used otherwise, in words."""
    index = desk.index
    for mention in index.by_file.get(desk.path_of(file), ()):
        if mention.is_definition and (said := _said(desk, index.uses(mention.name))):
            yield mention.span, said


def _said(desk: Desk, uses: tuple[Mention, ...]) -> str:
    """Return who uses something: those that cite it, those that want it or wait for it, and the rest."""
    kinds = Counter(_kind(mention.at) for mention in uses if _kind(mention.at) != "wanted")
    wanted = {_wanter(desk, mention.at) for mention in uses if _kind(mention.at) == "wanted"}
    found = {"cited by": kinds["cited"], "wanted by": len(wanted), "named by": kinds["named"]}
    return ", ".join(f"{words} {number}" for words, number in found.items() if number)


def _kind(at: Path) -> str:
    if any(key in at for key in _CITING):
        return "cited"
    return "wanted" if at[0] != "scenarios" and any(key in at for key in _WANTING) else "named"


def _wanter(desk: Desk, at: Path) -> object:
    """Return who wants something: an actor, else the record that waits for it."""
    for length in range(len(at), 1, -1):
        record = value_at(desk.known.case, at[:length])
        if isinstance(record, DecisionMaker | Party):
            return record.actor
    return at[:2]


def folds(text: str) -> Iterator[tuple[int, int]]:
    """Yield the first and the last line, from 0, of whatever goes on over several lines, however much is typed."""
    lines = split(text)
    open_: list[tuple[int, int]] = []
    last = 0
    for number, line in [*enumerate(lines), (len(lines), "end")]:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        indent = len(line) - len(line.lstrip(" "))
        if line.lstrip().startswith(("- ", "-\t")) or line.strip() == "-":
            indent += 1  # an entry may stand directly below its key
        while open_ and open_[-1][0] >= indent:
            _, first = open_.pop()
            if last > first:
                yield first, last
        open_.append((indent, number))
        last = number
