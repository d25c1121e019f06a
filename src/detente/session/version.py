"""Which program this is."""

from __future__ import annotations


def program() -> str:
    """Return name and version of the program."""
    from importlib.metadata import version

    return f"detente {version('detente')}"
