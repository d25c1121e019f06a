"""What docstrings say of each attribute, for schemas: numpydoc's section ``Attributes``."""

from __future__ import annotations

import re
from collections.abc import Mapping

_ATTRIBUTES = re.compile(r"\n\s*Attributes\n\s*-+\n(?P<body>.*)", re.DOTALL)


def summary(kind: type) -> str:
    """Return the first line of a docstring."""
    return (kind.__doc__ or "").strip().partition("\n")[0]


def attributes(kind: type) -> Mapping[str, str]:
    """Return what the docstring of a class, or else of one that it extends, says of each attribute."""
    told: dict[str, str] = {}
    for owner in reversed(kind.__mro__):
        match = _ATTRIBUTES.search(owner.__doc__ or "")
        told |= {name: text for names, text in _entries(match["body"]) for name in names} if match else {}
    return told


def _entries(body: str) -> list[tuple[list[str], str]]:
    """Read the entries of a numpydoc section: names on one line, words on the deeper lines below."""
    entries: list[tuple[list[str], str]] = []
    base = len(body) - len(body.lstrip(" "))
    for line in body.rstrip().splitlines():
        if len(line) - len(line.lstrip(" ")) <= base:
            entries.append((line.strip().split(", "), ""))
        else:
            names, text = entries[-1]
            entries[-1] = (names, f"{text} {line.strip()}".strip())
    return entries
