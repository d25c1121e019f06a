"""What a tension that is found consists of: one fact, and two readings of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.case.citation import Citation


@dataclass(frozen=True, slots=True)
class Told:
    """One reading of a fact.

    Attributes
    ----------
    text
        What it says.
    cites
        Where it is said.
    """

    text: str
    cites: tuple[Citation, ...]

    @property
    def passages(self) -> frozenset[tuple[str, str | None]]:
        """The sources, and the places in them."""
        return frozenset((cite.source, cite.at) for cite in self.cites)

    @property
    def sources(self) -> frozenset[str]:
        """The sources alone."""
        return frozenset(cite.source for cite in self.cites)


@dataclass(frozen=True, slots=True)
class Found:
    """One fact that is read in two ways.

    Attributes
    ----------
    kind
        Numbers, dates, lists, hedge or status.
    about
        Ids of the records that tell it.
    fact
        What it is, in words.
    readings
        What each says; neither is preferred.
    """

    kind: str
    about: tuple[str, ...]
    fact: str
    readings: tuple[Told, Told]


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text without capitals and marks, to tell whether two say the same."""
    return tuple(re.findall(r"\w+", text.casefold()))
