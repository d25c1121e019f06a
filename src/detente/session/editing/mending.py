"""Mending: changes of text that take a problem away, where its hint says how."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.diagnostics import Span
from detente.session.editing.lines import Lines
from detente.session.editing.renaming import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.diagnostics import Diagnostic
    from detente.session.editing.desk import Desk

_MEANT = re.compile(r"did you mean '([^']+)'\?")
_WRITE = re.compile(r"write '([^']+)'")
_QUOTED = re.compile(r"'([^']+)'")
_PLAIN = re.compile(r"[\w@(][^:#,{}\[\]\"'&*]*")
_NOT_AN_ID = "DT102"
WHY = "say why this may be assumed"


@dataclass(frozen=True, slots=True)
class Fix:
    """A way to mend a problem.

    Attributes
    ----------
    title
        What it does, in words.
    edits
        The changes of text.
    """

    title: str
    edits: tuple[Edit, ...]


def fixes(desk: Desk, found: Diagnostic) -> tuple[Fix, ...]:
    """Return the ways to mend a problem that are known."""
    lines = Lines.of(desk.opened.loaded.files)
    return (*_words(found, lines), *_evidence(found, lines))


def _words(found: Diagnostic, lines: Lines) -> Iterator[Fix]:
    """Yield another word for the one that is wrong."""
    meant = _MEANT.search(found.hint) or (_WRITE.search(found.hint) if found.code == _NOT_AN_ID else None)
    if meant is None:
        return
    span = found.span
    region = span if span.end else Span(span.path, span.line, span.column, end=(span.line, 1 << 20))
    places = (lines.find(region, word) for word in _QUOTED.findall(found.message))
    place = next((each for each in places if each is not None), None)
    if place is not None:
        yield Fix(f"Write '{meant[1]}'", (Edit(place, meant[1]),))


def _evidence(found: Diagnostic, lines: Lines) -> Iterator[Fix]:
    """Yield an assumption for a claim that has neither that nor a citation."""
    if not found.evidence or "'assumption'" not in found.hint or found.span.end is None:
        return
    edit = _assumption(found.span, lines.in_file(found.span.path))
    if edit is not None and not found.span.path.endswith(".csv"):
        yield Fix("Say that it is assumed", (edit,))


def _assumption(span: Span, lines: list[str]) -> Edit | None:
    """Return what writes an assumption into the record at a span."""
    line, column = span.end or (span.line, span.column)
    first = lines[span.line - 1][span.column - 1 :]
    if first.startswith("{"):
        before = lines[line - 1][: column - 2].rstrip()
        joint = "" if before.endswith((",", "{")) else ", "
        return Edit(_point(span.path, line, column - 1), f"{joint}assumption: {WHY}")
    if span.line == line and not re.match(r"[\w\"']+\s*:(\s|$)", first):
        text = first[: column - span.column]
        return Edit(span, f"{{when: {text}, assumption: {WHY}}}") if _PLAIN.fullmatch(text) else None
    indent = " " * (span.column - 1)
    if column == 1 and line <= len(lines):  # behind a text of several lines, which takes its last break along
        return Edit(_point(span.path, line, 1), f"{indent}assumption: {WHY}\n")
    return Edit(_point(span.path, line, len(lines[line - 1]) + 1), f"\n{indent}assumption: {WHY}")


def _point(path: str, line: int, column: int) -> Span:
    return Span(path, line, column, end=(line, column))
