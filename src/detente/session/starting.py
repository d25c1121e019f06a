"""Starting a case: from a template, or as a copy of an example."""

from __future__ import annotations

import re
import shutil
import tempfile
from importlib.resources import files
from pathlib import Path

from detente.casefile import template
from detente.diagnostics import did_you_mean


def start(folder: Path, example: str | None = None) -> None:
    """Make ``folder`` with a case in it; whole or not at all.

    Raises
    ------
    FileExistsError
        If the folder exists already.
    LookupError
        If there is no such example.
    OSError
        If the folder cannot be written.
    """
    if folder.exists():
        raise FileExistsError(str(folder))
    source = _example(example) if example is not None else None
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".detente-") as beside:
        made = Path(beside) / folder.name
        if source is None:
            made.mkdir()
            (made / "case.yaml").write_text(template(_slug(folder.name)), encoding="utf-8")
        else:
            shutil.copytree(source, made)
        made.rename(folder)


def examples() -> dict[str, Path]:
    """Return the examples that came with the program, by name."""
    packed = Path(str(files("detente"))) / "examples"
    root = packed if packed.is_dir() else Path(__file__).parents[3] / "examples"
    return {path.name: path for path in sorted(root.iterdir()) if path.is_dir()} if root.is_dir() else {}


def _example(name: str) -> Path:
    known = examples()
    if name not in known:
        hint = did_you_mean(name, known) or f"there are {', '.join(known)}"
        raise LookupError(f"there is no example '{name}'; {hint}")
    return known[name]


def _slug(name: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return slug if slug[:1].isalpha() else f"case-{slug}".rstrip("-")
