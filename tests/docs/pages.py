"""The pages of the documentation, and the blocks of code in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"])

_OPTION = re.compile(r"^:(?P<name>\w+): *(?P<value>.*)$")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page.

    Attributes
    ----------
    page, line
        Where it stands.
    language
        ``yaml``, ``console``, ``python`` …
    caption
        Name of the file it shows, or ``""``.
    broken
        Whether the page shows it as an example of mistakes.
    text
        What is in it.
    """

    page: Path
    line: int
    language: str
    caption: str
    broken: bool
    text: str

    @property
    def where(self) -> str:
        """Page and line, for messages."""
        return f"{name(self.page)}:{self.line}"


def name(page: Path) -> str:
    """Return what to call a page in the names of tests."""
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> list[Block]:
    """Return the fenced blocks of a page, in order."""
    tokens = MarkdownIt("commonmark").parse(page.read_text(encoding="utf-8"))
    return [
        _block(page, token.info, token.content, (token.map or [0])[0] + 1) for token in tokens if token.type == "fence"
    ]


def _block(page: Path, info: str, content: str, line: int) -> Block:
    """Read a fence: ``yaml``, ``yaml file.yaml``, or ``{code-block} yaml`` with a caption and a class."""
    first, *rest = info.split() or [""]
    if first != "{code-block}":
        return Block(page, line, first, rest[0] if rest else "", broken=False, text=content)
    options: dict[str, str] = {}
    lines = content.splitlines(keepends=True)
    while lines and (option := _OPTION.match(lines[0].rstrip())):
        options[option["name"]] = option["value"]
        lines.pop(0)
    if options and lines and not lines[0].strip():
        lines.pop(0)
    broken = "broken" in options.get("class", "").split()
    return Block(page, line, rest[0], options.get("caption", ""), broken, "".join(lines))
