"""Assumptions: the records of a section that carry one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.citation import Claim
from detente.case.shape import records_at, value_at

if TYPE_CHECKING:
    from detente.brief.matter import Matter
    from detente.case import Case
    from detente.case.shape import Path


def assumed(matter: Matter, *sections: str) -> tuple[str, ...]:
    """Return the ids of the records of some sections that carry an assumption, in their own order.

    A record without an id is named by the words that scenarios find it by, such as ``settlement.south``; what consents
    to a joint act carry is the act's.
    """
    found = set()
    for section in sections:
        for path, record in records_at(getattr(matter.case, section), (section,)):
            if isinstance(record, Claim) and record.assumption:
                found.add(getattr(record, "id", None) or _named(matter.case, path))
    return tuple(sorted(name for name in found if "@" not in name))


def _named(case: Case, path: Path) -> str:
    """Return a path with what is in a list by its actor or its id, where it has one."""
    words = [str(path[0])]
    for end in range(2, len(path) + 1):
        step = path[end - 1]
        if isinstance(step, str):
            words.append(step)
            continue
        record = value_at(case, path[:end])
        name = getattr(record, "actor", None) or getattr(record, "id", None) or str(step + 1)
        words[1:] = [*words[1:-1], name]  # the list itself is not named, unless it is the section
    return ".".join(words)
