"""What the text side of the page asks: problems, completions, what an id means, and where things stand."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

from detente.session.editing import Desk, Lines, complete, fixes, hover, look_up, underlined
from detente.session.live import Header, fields_of, header_of, insertion, search

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from detente.session.editing import Edit, Fault, Span
    from detente.session.live import Field, Form, Hits, Insertion

_PLAIN = MarkdownIt("zero").enable(["emphasis", "backticks", "list", "newline", "blockquote"])
"""What is said of an id has words, stress and code; nothing in it leads anywhere, or is taken for HTML."""

_SHOWN = 200
"""So many problems are listed on the page, with what mends them."""


class EditorSide:
    """A case as the page's editor holds it.

    Each request says which texts are not saved, so that two windows, or a page that was asleep, cannot mix theirs.

    Parameters
    ----------
    path
        The case.
    """

    def __init__(self, path: Path) -> None:
        self._desk = Desk(path)
        self._held: set[str] = set()
        self._turn = threading.Lock()

    def check(self, unsaved: Mapping[str, str]) -> list[dict[str, Any]]:
        """Return what is wrong with the case, as the page shows it."""
        with self._turn:
            self._hold(unsaved)
            found = self._desk.check()
            lines = Lines.of(self._desk.opened.loaded.files)
            return [self._problem(each, lines, mended=k < _SHOWN) for k, each in enumerate(found)]

    def errors(self) -> tuple[str, ...]:
        """Return the errors of the case as it is saved."""
        with self._turn:
            self._hold({})
            found = self._desk.check()
        return tuple(str(each) for each in found if each.severity == "error")

    def complete(self, unsaved: Mapping[str, str], name: str, line: int, column: int) -> list[dict[str, Any]]:
        """Return what may be written at a place, counted from 1."""
        with self._turn:
            self._hold(unsaved)
            found = complete(self._desk, name, line, column)
        return [
            {"text": each.text, "kind": each.kind, "detail": each.detail, "is_followed": each.is_followed}
            for each in found
        ]

    def hover(self, unsaved: Mapping[str, str], name: str, line: int, column: int) -> str:
        """Return what is said of the id at a place, as HTML; an empty text where there is none."""
        with self._turn:
            self._hold(unsaved)
            found = hover(self._desk, name, line, column)
        return _PLAIN.render(found.markdown) if found is not None else ""

    def definition(self, unsaved: Mapping[str, str], name: str, line: int, column: int) -> dict[str, Any] | None:
        """Return where the id at a place is given."""
        with self._turn:
            self._hold(unsaved)
            meant = look_up(self._desk, name, line, column)[1]
            found = self._desk.index.definition(meant) if meant else None
            return self._place(found.span) if found else None

    def header(self) -> Header:
        """Return what the bar of the page says of the case as it could be read last."""
        with self._turn:
            self._desk.check_quickly()
            return header_of(self._desk.good)

    def fields(self, form: Form) -> tuple[Field, ...]:
        """Return the fields of a form."""
        with self._turn:
            return fields_of(form, self._desk.known)

    def add(self, unsaved: Mapping[str, str], form: Form, said: Mapping[str, str]) -> Insertion:
        """Return the file that takes a further record.

        Raises
        ------
        RefusedError
            If it is none of the case.
        LookupError
            If no file can take it.
        """
        with self._turn:
            self._hold(unsaved)
            self._desk.check_quickly()
            return insertion(self._desk.opened, unsaved, form, said)

    def search(self, unsaved: Mapping[str, str], wanted: str) -> Hits:
        """Return where the case and its sources say something."""
        with self._turn:
            self._hold(unsaved)
            self._desk.check_quickly()
            return search(self._desk.opened, wanted)

    def _hold(self, unsaved: Mapping[str, str]) -> None:
        for name in self._held - set(unsaved):
            self._desk.leave(name)
        for name, text in unsaved.items():
            if name not in self._held or self._desk.text(name) != text:
                self._desk.write(name, text)
        self._held = set(unsaved)

    def _problem(self, found: Fault, lines: Lines, *, mended: bool) -> dict[str, Any]:
        return {
            **self._place(underlined(found.span, lines)),
            "severity": found.severity,
            "code": found.code,
            "message": found.message,
            "hint": found.hint,
            "fixes": [
                {"title": fix.title, "edits": [self._edit(edit) for edit in fix.edits]}
                for fix in (fixes(self._desk, found) if mended else ())
            ],
        }

    def _edit(self, edit: Edit) -> dict[str, Any]:
        return {**self._place(edit.span), "text": edit.text}

    def _place(self, span: Span) -> dict[str, Any]:
        """Return a span as the page counts: lines from 1, columns from 0."""
        line, column = span.end or (span.line, span.column)
        name = span.path.replace("\\", "/").rpartition("/")[2]
        return {"name": name, "from": [span.line, span.column - 1], "to": [line, column - 1]}
