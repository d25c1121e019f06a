"""Progress shows on a terminal, after a moment, and nowhere else."""

from __future__ import annotations

import io
import threading
import time

import pytest

from detente.cli import progress
from detente.cli.progress import Progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal, and takes its time to be written to."""

    def __init__(self) -> None:
        super().__init__()
        self.written = threading.Event()

    def isatty(self) -> bool:
        """Say so."""
        return True

    def write(self, text: str) -> int:
        """Tell that something was written."""
        if "million" in text:
            self.written.set()
        return super().write(text)


def counted(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, patience: float) -> str:
    """Return what a search of three steps prints."""
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(progress, "_PATIENCE", patience)
    monkeypatch.setattr(progress, "_EACH", 0.01)
    monkeypatch.setenv("TERM", "xterm")
    with Progress("Looking") as told:
        for _ in range(3):
            told(2_000_000)
        if isinstance(stream, Terminal) and not patience:
            assert stream.written.wait(30)
    return stream.getvalue()


def test_a_long_search_shows_how_much_it_has_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Looking: 6 million steps" in counted(monkeypatch, Terminal(), 0.0)


def test_a_short_one_shows_nothing_and_is_not_held_up(monkeypatch: pytest.MonkeyPatch) -> None:
    before = time.monotonic()
    assert counted(monkeypatch, Terminal(), 600.0) == ""
    assert time.monotonic() - before < 60


def test_a_pipe_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert counted(monkeypatch, io.StringIO(), 0.0) == ""
