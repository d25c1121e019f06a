"""A page of the documentation, read along while a browser does what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.docs.pages import Block, blocks

_MARK = re.compile(
    r"^```.*?^```$|\*\*(?P<bold>.+?)\*\*|“(?P<seen>[^”]+)”|`(?P<code>[^`]+)`|^\| (?P<row>[^|\n]+ \| [^|\n]+) \|$",
    re.DOTALL | re.MULTILINE,
)


class Reader:
    """Reads a page from its first chapter on; whoever follows it does all that it says, in its order.

    Parameters
    ----------
    page
        The page: in **bold** is what is pressed or filled in, in “quotes” what is then seen, in `code` what is written
        or only spoken of.
    """

    def __init__(self, page: Path) -> None:
        text = page.read_text(encoding="utf-8")
        self._marks = list(_marks(text[text.index("\n## ") :]))
        self._blocks = iter(blocks(page))

    def says(self, how: str, words: str) -> str:
        """Read on until the page says something, over code that is only spoken of, and return it."""
        while self._next != (how, words):
            assert self._next[0] == "code", f"the page goes on with {self._next}, not {(how, words)}"
            self._marks.pop(0)
        self._marks.pop(0)
        return words

    def block(self) -> Block:
        """Read on to the next block of code."""
        self.says("block", "")
        return next(self._blocks)

    def table(self) -> dict[str, str]:
        """Read on to the next table, and return its two columns."""
        found = {}
        while self._next[0] in ("code", "row"):
            how, words = self._marks.pop(0)
            if how == "row":
                key, _, text = words.partition(" | ")
                found[key] = text
        return {key: text for key, text in found.items() if key != "field" and set(key) != {"-"}}

    def is_read(self) -> bool:
        """Whether the page has nothing more to do."""
        return all(how == "code" for how, _ in self._marks)

    @property
    def _next(self) -> tuple[str, str]:
        return self._marks[0] if self._marks else ("end", "")


def _marks(text: str) -> Iterator[tuple[str, str]]:
    for found in _MARK.finditer(text):
        yield found.lastgroup or "block", " ".join((found[found.lastgroup] if found.lastgroup else "").split())
