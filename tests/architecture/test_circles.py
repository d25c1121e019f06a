"""No module leads back to itself by what it imports, not even where types alone are imported."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "detente"


def named(path: Path, root: Path) -> str:
    """Return the dotted name of a module."""
    parts = path.relative_to(root.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path, known: Mapping[str, Path]) -> Iterator[str]:
    """Yield the modules of the house that a module imports anywhere: at its head, for types, or in a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        if isinstance(node, ast.ImportFrom) and node.module in known:
            inner = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (name if name in known else str(node.module) for name in inner)


def imports(root: Path) -> dict[str, set[str]]:
    """Return what each module of a package imports of it."""
    known = {named(path, root): path for path in sorted(root.rglob("*.py"))}
    return {name: set(imported(path, known)) - {name} for name, path in known.items()}


def in_circles(found: Mapping[str, set[str]]) -> list[str]:
    """Return the modules that lie on a circle: what leads only to what leads nowhere is taken away, and the reverse."""
    left = set(found)
    while True:
        pointed = {name for each in left for name in found[each] & left}
        kept = {each for each in left if found[each] & left and each in pointed}
        if kept == left:
            return sorted(left)
        left = kept


def test_there_are_no_circles() -> None:
    assert in_circles(imports(SOURCE)) == []


@pytest.mark.parametrize("line", ["from inn.b import B", "import inn.b", "from inn import b"])
@pytest.mark.parametrize("indent", ["", "if TYPE_CHECKING:\n    ", "def f():\n    "])
def test_every_way_of_importing_is_seen(tmp_path: Path, line: str, indent: str) -> None:
    root = tmp_path / "inn"
    root.mkdir()
    (root / "__init__.py").write_text("from inn.a import A\n", "utf-8")
    (root / "a.py").write_text(indent + line, "utf-8")
    (root / "b.py").write_text("from inn.c import C\n", "utf-8")
    (root / "c.py").write_text("from inn.a import A\n", "utf-8")
    (root / "d.py").write_text("from inn.a import A\n", "utf-8")

    assert in_circles(imports(root)) == ["inn.a", "inn.b", "inn.c"]
