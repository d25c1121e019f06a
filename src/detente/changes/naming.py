"""What to call any record: as sentences call it, or by the words that it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.changes.identity import name_of
from detente.lenses.wording import shortened

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.record import Record

_WORDS = ("label", "name", "title", "what", "text", "then", "term", "stance", "why", "when")
_LONGEST = 100


def called(record: Record, names: Mapping[str, str]) -> str:
    """Return what to call a record; ``names`` has what sentences call those that have an id."""
    own = getattr(record, "id", None)
    actor, issue = (names.get(getattr(record, key, None) or "") for key in ("actor", "issue"))
    about = f"{actor} on {issue}" if actor and issue else actor
    words = (getattr(record, key, None) for key in _WORDS)
    found = names.get(own or "") or about or next((each for each in words if isinstance(each, str) and each), None)
    return shortened(" ".join((found or name_of(record)).split()), _LONGEST)
