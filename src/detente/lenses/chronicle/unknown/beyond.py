"""Beyond: that the day lies later than what the case knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.dates.words import plain_date
from detente.findings import Finding
from detente.lenses.chapter import Chapter

if TYPE_CHECKING:
    from detente.lenses.chronicle.options import ChronicleOptions
    from detente.lenses.look import Look


@dataclass(frozen=True, slots=True)
class Beyond:
    """A day later than what the case knows.

    Attributes
    ----------
    day, known
        The day, and the last one that the case knows, in words.
    """

    day: str
    known: str


def find(look: Look[ChronicleOptions]) -> Beyond | None:
    """Return how far the day lies beyond what the case knows; ``None`` where it does not."""
    last = look.moment.clock.last_known
    if look.moment.clock.is_known or last is None:
        return None
    return Beyond(plain_date(str(look.moment.as_of)), plain_date(last.isoformat()))


def show(found: Beyond, _look: Look[ChronicleOptions]) -> Finding:
    """Say under which condition everything else is said."""
    return Finding(
        "Beyond what the case knows",
        f"The case knows nothing later than {found.known}. What is said of {found.day} holds only if nothing else has "
        "changed since.",
    )


CHAPTER = Chapter("beyond", 0, find, show)
