"""Which list of a case a table adds its rows to, as the name of its file says it: ``corridor.links.csv``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from detente.case import Case
from detente.case.citation import Citation
from detente.case.shape import fields, is_list, kind_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.record import Record

ENDING = ".csv"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of records in a section that is a single record.

    Attributes
    ----------
    section, key
        Where it stands in a case.
    kind
        What its records are.
    """

    section: str
    key: str
    kind: type[Record]

    @property
    def name(self) -> str:
        """What the file of a table of these records is called."""
        return f"{self.section}.{self.key}{ENDING}"


@cache
def listings() -> Mapping[str, Listing]:
    """Return every list that a table can add to, by the name of its file."""
    sections = {section: kind for section in fields(Case) if (kind := kind_at(Case, (section,)))}
    found = (
        Listing(section, key, record)
        for section, kind in sections.items()
        for key in fields(kind)
        if is_list(kind, key) and (record := kind_at(kind, (key, 0))) and record is not Citation
    )
    return {each.name: each for each in found}


def is_meant(name: str) -> bool:
    """Whether a file is most likely meant to be such a table: it is called like a section, or like a list in one."""
    stem, _, rest = name.lower().partition(".")
    words = {word for each in listings().values() for word in (each.section, each.key)}
    return f".{rest}".endswith((ENDING, ".tsv")) and stem in words


def nearest(name: str) -> str | None:
    """Return what a table that has another name should be called, if its name says of which list it is."""
    *words, _ = name.lower().split(".")
    found = [each.name for each in listings().values() if words in ([each.key], [each.section, each.key])]
    return found[0] if len(found) == 1 else None
