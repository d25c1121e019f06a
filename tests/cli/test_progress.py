"""Progress shows on a terminal, after a moment, and nowhere else."""

from __future__ import annotations

import io

import pytest

from detente.cli import progress
from detente.cli.progress import Progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def counted(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, patience: float) -> str:
    """Return what a search of three steps prints."""
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(progress, "_PATIENCE", patience)
    monkeypatch.setenv("TERM", "xterm")
    with Progress("Looking") as told:
        for _ in range(3):
            told(2_000_000)
    return stream.getvalue()


def test_a_long_search_shows_how_much_it_has_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Looking" in counted(monkeypatch, Terminal(), 0.0)


def test_a_short_one_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert counted(monkeypatch, Terminal(), 1e9) == ""


def test_a_pipe_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert counted(monkeypatch, io.StringIO(), 0.0) == ""
