"""Passages: the paragraphs of a text that ships with the case, and what of other sources they restate."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_PARAGRAPHS = re.compile(r"¶\s*(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?")
_NAMED = re.compile(r"\[([a-z][a-z0-9-]*)\s+(¶[^\[\]]{1,200})\]")
_MOST = 20
"""Paragraphs of a span that are looked up one by one."""


def passage_at(paragraphs: Sequence[str], at: str) -> str:
    """Return the paragraphs that a place names, counted from 1; ``""`` where it names none of them."""
    named = _PARAGRAPHS.fullmatch(at.strip())
    if named is None:
        return ""
    first = int(named[1])
    return " ".join(paragraphs[max(first - 1, 0) : int(named[2] or first)]) if first else ""


def restated_in(passages: Mapping[str, Sequence[str]]) -> Mapping[tuple[str, str], list[tuple[str, int]]]:
    """Return by source and place the paragraphs that say in brackets that they restate it, ``[article ¶24, ¶50]``.

    Each is the source it stands in, and its number, counted from 1.
    """
    found: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for source, paragraphs in passages.items():
        for number, paragraph in enumerate(paragraphs, start=1):
            for named in _NAMED.finditer(paragraph):
                for span in _PARAGRAPHS.finditer(named[2]):
                    first = int(span[1])
                    last = min(int(span[2] or first), first + _MOST)
                    for each in range(first, last + 1):
                        found.setdefault((named[1], f"¶{each}"), []).append((source, number))
    return found
