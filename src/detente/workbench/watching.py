"""Watching: the page of a case is worked out anew whenever one of its files is saved."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from detente.session import CaseError
from detente.session.live import Live

if TYPE_CHECKING:
    from collections.abc import Iterator

_EACH = 0.25
"""Seconds from one look at the files to the next."""


@dataclass(frozen=True, slots=True)
class Look:
    """A case after one of its files was saved.

    Attributes
    ----------
    case
        Its id.
    page
        Its page; empty where it has errors.
    problems
        What is wrong with it, errors and warnings.
    """

    case: str
    page: str
    problems: tuple[str, ...]


def watch(path: Path, command: str) -> Iterator[Look]:
    """Yield the case now, and whenever one of its files has changed; never ends.

    Parameters
    ----------
    path
        The folder of the case, or its file.
    command
        The command line that writes the same page.
    """
    live, before = Live(path), None
    while True:
        now = dict(stamps(path))
        if now != before:
            before = now
            yield _look(live, command)
        time.sleep(_EACH)


def _look(live: Live, command: str) -> Look:
    case = live.case({})
    try:
        page = live.report(command) if not case.errors else ""
    except CaseError as error:
        return Look(case.case.case.id, "", tuple(map(str, error.diagnostics)))
    return Look(case.case.case.id, page, tuple(map(str, case.diagnostics)))


def stamps(path: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield each file of a case with the time at which it was written, and its size.

    Pages that are written into its folder, and hidden files, are none of it.
    """
    for each in _below(path) if path.is_dir() else [path]:
        try:
            found = each.stat()
        except OSError:
            continue
        yield str(each), (found.st_mtime_ns, found.st_size)


def _below(folder: Path) -> Iterator[Path]:
    for above, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(above, name) for name in names if not name.startswith(".") and not name.endswith(".html"))
