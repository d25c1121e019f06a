"""Progress: a bar that moves on a terminal while something takes long; nothing in a pipe."""

from __future__ import annotations

import sys
import threading
from types import TracebackType
from typing import Self

_PATIENCE = 2.0
"""Seconds before anything is shown."""

_EACH = 0.2
"""Seconds from one count of steps to the next."""


class Progress:
    """Tells a reader at a terminal that something goes on, and for how long; called with each step's cost.

    Nobody knows how long a search will be, so the bar has no end: it moves, and says what was done. It is shown by a
    timer, so that it also appears where nothing counts steps.

    Parameters
    ----------
    title
        What is being done.
    """

    def __init__(self, title: str) -> None:
        self._title = title
        self._done = 0
        self._over = threading.Event()
        self._showing = threading.Thread(target=self._show, daemon=True)

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            self._showing.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._over.set()
        if self._showing.is_alive():
            self._showing.join()

    def __call__(self, cost: int) -> None:
        """Count a step."""
        self._done += cost

    def _show(self) -> None:
        if self._over.wait(_PATIENCE):
            return
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Bar

        columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
        with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(self._title, total=None)
            while not self._over.wait(_EACH):
                if self._done:
                    bar.update(task, description=f"{self._title}: {self._done / 1e6:,.0f} million steps")
