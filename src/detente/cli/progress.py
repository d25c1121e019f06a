"""Progress: a line that moves on a terminal while a long search runs; nothing in a pipe."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.status import Status

_PATIENCE = 1.0
"""Seconds before anything is shown."""


class Progress:
    """Tells a reader at a terminal that a search goes on; called with each step's cost.

    Parameters
    ----------
    title
        What is being done.
    """

    def __init__(self, title: str) -> None:
        self._title = title
        self._done = 0
        self._since = 0.0
        self._status: Status | None = None

    def __enter__(self) -> Self:
        self._since = time.monotonic()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._status is not None:
            self._status.stop()

    def __call__(self, cost: int) -> None:
        """Count a step; after a moment's patience, show how much was done."""
        self._done += cost
        if not sys.stderr.isatty() or time.monotonic() - self._since < _PATIENCE:
            return
        if self._status is None:
            from rich.console import Console
            from rich.status import Status

            self._status = Status(self._title, console=Console(stderr=True))
            self._status.start()
        self._status.update(f"{self._title}: {self._done / 1e6:,.0f} million steps")
