"""The desk: a case as an editor holds it, checked after each keystroke; where text is half typed, what it last said."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from detente.casefile import Draft
from detente.diagnostics import is_clean
from detente.session.editing.index import Index
from detente.session.editing.lines import split
from detente.session.opened import OpenCase, open_draft

if TYPE_CHECKING:
    from detente.diagnostics import Diagnostic

_HEADER = re.compile(r"^case[ \t]*:", re.MULTILINE)
_WORD = re.compile(r"[A-Za-z0-9_-]+")


class Desk:
    """A case while it is being written.

    Parameters
    ----------
    path
        The folder of the case, or its file.

    Attributes
    ----------
    opened
        The case as it was checked last.
    good
        The case as it was last read whole: the latest in which every file is YAML and every record can be read.
    known, index
        The case that answers, and who is mentioned where in it: as it was last read whole when typing paused.
    is_checked
        Whether nothing was written since the case was checked last.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._draft = Draft()
        self._told: tuple[Diagnostic, ...] = ()
        self._changed: set[str] = set()
        self.is_checked = True
        self.opened = self.good = self.known = open_draft(path, self._draft, scenarios=False)
        self.index = Index.of(self.known)

    def path_of(self, name: str) -> str:
        """Return a file of the case as diagnostics call it."""
        return str(self.path / name if self.path.is_dir() else self.path)

    def holds(self, file: Path) -> bool:
        """Whether a file lies in the folder of the case, or deeper."""
        return file.is_relative_to(self.path if self.path.is_dir() else self.path.parent)

    def text(self, name: str) -> str:
        """Return the text of a file as it is now; an empty one where nothing is known of it."""
        path = self.path_of(name)
        held = next((file.text for file in self.opened.loaded.files if file.path == path), "")
        return self._draft.unsaved.get(name, held)

    def write(self, name: str, text: str) -> None:
        """Hold a text in the place of a file."""
        self.is_checked = False
        self._changed.add(self.path_of(name))
        self._draft.unsaved[name] = text

    def leave(self, name: str) -> None:
        """Take what is on the disk for a file again."""
        self.is_checked = False
        self._changed.add(self.path_of(name))
        self._draft.unsaved.pop(name, None)

    def check_quickly(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong with the case as it is written.

        What was said last of its scenarios and perceptions is kept, but for files that have changed since.
        """
        self._take(open_draft(self.path, self._draft, scenarios=False))
        if not is_clean(self.opened.diagnostics):
            return self.opened.diagnostics
        kept = (found for found in self._told if found.span.path not in self._changed)
        return tuple(sorted({*self.opened.diagnostics, *kept}))

    def check(self) -> tuple[Diagnostic, ...]:
        """Return all that is wrong with the case, also as scenarios change it and its sides read it."""
        self._take(open_draft(self.path, self._draft))
        self._changed.clear()
        self._told = self.opened.diagnostics
        self.learn()
        return self._told

    def learn(self) -> None:
        """Have the case answer as it was last read whole."""
        if self.known is not self.good:
            self.known, self.index = self.good, Index.of(self.good)

    def is_as_read(self, name: str) -> bool:
        """Whether a file says what it says in the case that answers, so that its places are the same."""
        return self.index.lines.texts.get(self.path_of(name)) == self.text(name)

    def word(self, name: str, line: int, column: int) -> str:
        """Return the id around a place of a file, counted from 1; an empty text where there is none."""
        lines = split(self.text(name))
        written = lines[line - 1] if line <= len(lines) else ""
        found = (match[0] for match in _WORD.finditer(written) if match.start() < column <= match.end() + 1)
        return next(found, "")

    def _take(self, opened: OpenCase) -> None:
        self.opened, self.is_checked = opened, True
        if is_clean(opened.loaded.diagnostics) and opened.loaded.files:
            self.good = opened


def case_of(file: Path, text: str) -> Path | None:
    """Return the folder or file of the case that a file belongs to; nothing where it belongs to none.

    A folder is a case where one of its files has the section ``case``; where several have, each is one of its own.
    """
    if file.suffix not in (".yaml", ".csv"):
        return None
    try:
        headed = {path for path in file.parent.glob("*.yaml") if path != file and _is_headed(path)}
    except OSError:
        return None
    own = file.suffix == ".yaml" and bool(_HEADER.search(text))
    if len(headed) + own == 1:
        return file.parent
    return file if own else None


def _is_headed(path: Path) -> bool:
    try:
        return bool(_HEADER.search(path.read_text(encoding="utf-8", errors="replace")))
    except OSError:
        return False
