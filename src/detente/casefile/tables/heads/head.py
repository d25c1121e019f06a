"""The head of a column: what kind of column it names, for which issue, and on which scale."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from detente.casefile.tables.cell import Cell
from detente.casefile.tables.heads.brackets import read_inside, without_end
from detente.casefile.tables.heads.words import MAY_BE_WHO, WHO, read_words
from detente.casefile.tables.sheet import Scale
from detente.writing.spelling import key, visible

LONGEST = 300
"""Characters of a head at most."""

_BRACKET = re.compile(r"(?P<before>.*\S)\s*[(\[{（［](?P<inside>[^()\[\]{}（）［］]*)[)\]}）］]\s*(?P<after>.*)")
_KEEPS_BRACKETS = ("actor", "may be actor", "note", "issue")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a column says.

    Attributes
    ----------
    cell, column
        Where it stands.
    kind
        Of the column; empty where the head is nothing but a name.
    name
        Of the issue, as it is written; empty where all or the only one is meant.
    scale, unit
        What stands in brackets.
    is_inner
        Whether the scale stands before the word that says the kind.
    unread
        What stands in brackets and is neither.
    """

    cell: Cell
    column: int
    kind: str
    name: str = ""
    scale: Scale | None = None
    unit: str = ""
    is_inner: bool = False
    unread: str | None = None

    @property
    def key(self) -> str:
        """What the spellings of the issue have in common."""
        return key(self.name)

    @property
    def whole(self) -> str:
        """What the spellings of the head have in common."""
        return key(self.cell.text)

    def as_name(self) -> Head:
        """Return the head as nothing but a name, brackets included."""
        return Head(self.cell, self.column, "", visible(self.cell.text))

    def among(self, positions: dict[str, Head]) -> Head:
        """Return the head with the name that an issue has, where its own holds brackets that the issue's does not."""
        longer = read_words(visible(self.cell.text)).name
        if self.is_inner and key(longer) in positions:
            return replace(self, name=longer, scale=None, is_inner=False)
        found = _BRACKET.fullmatch(self.name)
        if self.key not in positions and found and not found["after"] and key(found["before"]) in positions:
            return replace(self, name=found["before"])
        is_of_the_issue = self.is_inner and self.key in positions and positions[self.key].scale == self.scale
        return replace(self, scale=None) if is_of_the_issue else self


def names_actors(cell: Cell) -> bool:
    """Return whether a cell is the head of a column of actors, or may be."""
    return _stem(cell) in WHO | MAY_BE_WHO


def surely_names_actors(cell: Cell) -> bool:
    """Return whether a cell is the head of a column of actors and of nothing else."""
    return _stem(cell) in WHO


def _stem(cell: Cell) -> str:
    match = _BRACKET.fullmatch(cell.text[:LONGEST])
    return key(match["before"] if match else cell.text[:LONGEST])


def read_head(cell: Cell, column: int) -> Head:
    """Return what a head says by itself."""
    text = visible(cell.text)
    match = _BRACKET.fullmatch(text)
    if match is None:
        stem, scale = without_end(text)
        words = read_words(stem)
        return Head(cell, column, words.kind, words.name, scale)
    inside = read_inside(match["inside"])
    if match["after"]:
        words = read_words(f"{match['before']} {match['after']}")
        if isinstance(inside, Scale) and words.kind:
            return Head(cell, column, words.kind, words.name, inside, is_inner=True)
        words = read_words(text)
        return Head(cell, column, words.kind, words.name)
    words = read_words(match["before"])
    if words.kind in _KEEPS_BRACKETS:
        return Head(cell, column, words.kind, words.name)
    found = Head(cell, column, words.kind, words.name)
    if inside is None:
        return replace(found, unread=match["inside"])
    return replace(found, scale=inside) if isinstance(inside, Scale) else replace(found, unit=inside)
