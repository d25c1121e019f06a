"""The rooms of the house and the rules between them, read from ``.importlinter``."""

from __future__ import annotations

import ast
from configparser import ConfigParser
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "detente"


def text() -> str:
    """Return the rooms from top to bottom, and the names of the rules."""
    rows = ["| line | room | what it is |", "| --- | --- | --- |"]
    for number, line in enumerate(layers(), 1):
        rows += [f"| {number} | `{room}` | {_summary(room)} |" for room in line]
    return "\n".join([*rows, "", "The rules that `lint-imports` holds:", "", *(f"- {rule}" for rule in rules()), ""])


def layers() -> list[list[str]]:
    """Return the rooms line by line, highest first."""
    written = _contracts()["importlinter:contract:rooms"]["layers"]
    return [[room.strip() for room in line.split("|")] for line in written.splitlines() if line.strip()]


def rules() -> list[str]:
    """Return what each contract says, in one line."""
    found = _contracts()
    return [found[section]["name"] for section in found.sections() if section.startswith("importlinter:contract:")]


def _contracts() -> ConfigParser:
    read = ConfigParser()
    read.read(ROOT / ".importlinter", encoding="utf-8")
    return read


def _summary(room: str) -> str:
    path = SOURCE / room / "__init__.py"
    tree = ast.parse((path if path.is_file() else SOURCE / f"{room}.py").read_text(encoding="utf-8"))
    return (ast.get_docstring(tree) or "").splitlines()[0]
