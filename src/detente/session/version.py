"""Which program this is."""

from __future__ import annotations

from importlib.metadata import version


def program() -> str:
    """Return name and version of the program."""
    return f"detente {version('detente')}"
