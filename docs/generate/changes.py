"""What changed for users: the fragments of ``changelog.d`` under their kinds; ``make changelog`` releases them."""

from __future__ import annotations

import re
from datetime import date
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[2]
KINDS = ("added", "changed", "fixed", "removed")
HEAD = "# Changelog\n"

_NAME = re.compile(rf"(?P<issue>\d+)\.(?:[a-z0-9-]+\.)?(?P<kind>{'|'.join(KINDS)})\.md")


def text(root: Path = ROOT) -> str:
    """Return one heading a kind, with an item for each fragment; raises ``ValueError`` for a name that is no name."""
    items: dict[str, list[tuple[int, str]]] = {kind: [] for kind in KINDS}
    for path in fragments(root):
        if (name := _NAME.fullmatch(path.name)) is None:
            raise ValueError(f"changelog.d/{path.name} is not named <issue>.<kind>.md with a kind of {KINDS}")
        lines = path.read_text(encoding="utf-8").strip().replace("\n", "\n  ")
        items[name["kind"]].append((int(name["issue"]), f"- {lines}\n"))
    return "\n".join(
        f"### {kind.title()}\n\n{''.join(i for _, i in sorted(found))}" for kind, found in items.items() if found
    )


def fragments(root: Path) -> list[Path]:
    """Return the fragments that no release has gathered yet."""
    return sorted(path for path in (root / "changelog.d").glob("*.md") if path.name != "README.md")


def release(root: Path, title: str) -> None:
    """Put the fragments on top of ``CHANGELOG.md`` under ``title``, and delete them."""
    changelog, gathered = root / "CHANGELOG.md", text(root)
    before = changelog.read_text(encoding="utf-8").removeprefix(HEAD) if changelog.exists() else ""
    changelog.write_text(f"{HEAD}\n## {title}\n\n{gathered}{before}", encoding="utf-8")
    for path in fragments(root):
        path.unlink()


if __name__ == "__main__":
    release(ROOT, f"{version('detente')}, {date.today()}")
