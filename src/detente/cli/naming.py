"""Names of files that commands write where nobody says another."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LONGEST = 100
"""Letters of an id in the name of a file."""


def page_name(case: str, asked: Iterable[str] = (), as_of: str | None = None) -> str:
    """Return the name of a page: the id of its case, and what was asked of it."""
    words = [case[:_LONGEST], *asked, *([as_of] if as_of else [])]
    return f"{re.sub(r'[^A-Za-z0-9.-]+', '_', '--'.join(words))[: 2 * _LONGEST]}.html"
