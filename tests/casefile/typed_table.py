"""Tables as people type them: one of two actors, and what is made of it."""

from __future__ import annotations

from typing import Any

from detente.casefile.files import CaseFile
from detente.casefile.tables.text_file import read
from detente.casefile.yaml_text.builder import Tree
from detente.diagnostics import Diagnostic


def parsed(text: str | bytes) -> tuple[Tree | None, list[Diagnostic]]:
    """Return what the file ``t.csv`` with this text is read as."""
    return read(CaseFile("t.csv", "t.csv", text if isinstance(text, bytes) else text.encode(), ""))


def table(text: str | bytes) -> tuple[dict[str, Any] | None, list[str]]:
    """Return the sections of a table, and what is said about it without the hints."""
    tree, problems = parsed(text)
    return (tree.value if tree else None), [str(each).removeprefix("t.csv:").split("\n")[0] for each in problems]


def columns(*heads: str, cells: tuple[str, ...] = ("5", "60"), more: tuple[str, ...] = ("2", "90")) -> str:
    """Return a table of two actors with tabs between its cells."""
    rows = (heads, ("Pilots", *cells), ("Port", *more))
    return "".join("\t".join(f'"{cell}"' for cell in row) + "\n" for row in rows)


def stands(sections: dict[str, Any] | None) -> list[tuple[object, ...]]:
    """Return what each position says: actor, issue, value and salience."""
    assert sections is not None
    return [(each["actor"], each["issue"], each["value"], each.get("salience")) for each in sections["positions"]]
