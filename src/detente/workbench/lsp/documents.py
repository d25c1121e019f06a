"""Documents: the files that an editor has open, and the cases that they belong to."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pygls.uris import from_fs_path, to_fs_path

from detente.session.editing import Desk, case_of

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Document:
    """A file that an editor has open.

    Attributes
    ----------
    desk
        Its case.
    name
        Its name in the case.
    """

    desk: Desk
    name: str

    @property
    def path(self) -> str:
        """The file, as diagnostics call it."""
        return self.desk.path_of(self.name)


@dataclass(slots=True)
class Documents:
    """The open files, by address."""

    _open: dict[str, Document] = field(default_factory=dict)
    _desks: dict[Path, Desk] = field(default_factory=dict)
    _told: dict[Path, set[str]] = field(default_factory=dict)

    def write(self, uri: str, text: str) -> Document | None:
        """Hold the text of a file; nothing where it belongs to no case."""
        document = self._open.get(uri) or self._found(uri, text)
        if document is not None:
            self._open[uri] = document
            document.desk.write(document.name, text)
        return document

    def close(self, uri: str) -> Document | None:
        """Let go of a file; its case is forgotten with the last."""
        document = self._open.pop(uri, None)
        if document is None:
            return None
        document.desk.leave(document.name)
        if all(other.desk is not document.desk for other in self._open.values()):
            self._desks.pop(document.desk.path)
        return document

    def at(self, uri: str) -> Document | None:
        """Return an open file; nothing where it is not open, or belongs to no case."""
        return self._open.get(uri)

    def of(self, desk: Desk) -> Document:
        """Return an open file of a case."""
        return next(document for document in self._open.values() if document.desk is desk)

    def paths(self, desk: Desk) -> set[str]:
        """Return the open files of a case, as diagnostics call them."""
        return {document.path for document in self._open.values() if document.desk is desk}

    def is_open(self, desk: Desk) -> bool:
        """Whether a file of a case is open."""
        return desk.path in self._desks

    def beside(self, uris: Iterable[str]) -> tuple[Desk, ...]:
        """Return the cases with open files that some other files lie in the folder of, or deeper."""
        files = [Path(path) for path in map(to_fs_path, uris) if path]
        return tuple(desk for desk in self._desks.values() if any(map(desk.holds, files)))

    def uri(self, path: str) -> str:
        """Return the address of a file, as the editor wrote it where it has it open."""
        own = (uri for uri, document in self._open.items() if document.path == path)
        return next(own, None) or from_fs_path(path) or path

    def told_before(self, desk: Desk, paths: set[str]) -> set[str]:
        """Return the files of a case that problems were told of before, and note those that they are told of now."""
        before = self._told.pop(desk.path, set())
        if paths:
            self._told[desk.path] = paths
        return before

    def _found(self, uri: str, text: str) -> Document | None:
        file = to_fs_path(uri) if uri.startswith("file:") else None
        path = case_of(Path(file), text) if file else None
        if file is None or path is None:
            return None
        if path not in self._desks:
            self._desks[path] = Desk(path)
        return Document(self._desks[path], Path(file).name)
