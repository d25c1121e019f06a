"""Watching: the page of a case is worked out anew whenever one of its files is saved."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.session.live import Live, answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

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
    faults
        What failed in Detente itself.
    files
        The files that it is made of, which no page may take the place of.
    """

    case: str
    page: str
    problems: tuple[str, ...]
    faults: tuple[str, ...]
    files: frozenset[Path]


def watch(path: Path, command: str) -> Iterator[Look]:
    """Yield the case now, and whenever one of its files has changed; never ends.

    Parameters
    ----------
    path
        The folder of the case, or its file.
    command
        The command line that writes the same page.
    """
    live, before, look = Live(path), None, None
    while True:
        now = dict(stamps(live.files()))
        if look is None or now != before:
            before, look = now, _look(live, command)
            yield look
        time.sleep(_EACH)


def _look(live: Live, command: str) -> Look:
    found = answer(live, "report", (command,))
    case = live.case({})
    problems = tuple(map(str, case.diagnostics)) or found.problems
    return Look(case.case.case.id, found.value or "", problems, found.faults, live.files())


def stamps(files: Iterable[Path]) -> Iterator[tuple[Path, tuple[int, int]]]:
    """Yield each file that is there with the time at which it was written, and its size."""
    for file in files:
        try:
            found = file.stat()
        except OSError:
            continue
        yield file, (found.st_mtime_ns, found.st_size)
