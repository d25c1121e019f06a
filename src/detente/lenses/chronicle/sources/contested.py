"""Contested: the claims that rest alone on sources which were retracted or refuted, or are disputed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.case.paths import path_id, path_label
from detente.findings import Column, Finding, Part, Result, Row, Table
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.evidence import evidence
from detente.lenses.look import Look
from detente.lenses.wording import counted, one_or_many, sentence
from detente.situation.sources import contested_claims

if TYPE_CHECKING:
    from detente.case import Case
    from detente.findings import Evidence
    from detente.situation.sources import Contested as Found

_COLUMNS = (Column("claim", "Claim"), Column("section", "In"), Column("status", "It is"), Column("why", "Why"))


@dataclass(frozen=True, slots=True)
class Contested:
    """A claim that rests alone on sources of which something has become.

    Attributes
    ----------
    id
        Its id, or the words that scenarios find it by.
    section
        The section of the case in which it stands.
    status
        ``contested`` where all that it cites is retracted or refuted; else ``doubtful``.
    sources
        Ids of the sources that it cites.
    because
        What became of them, in words.
    """

    id: str
    section: str
    status: str
    sources: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class ContestedClaims(Result):
    """What has lost the sources that it rests on; only there where something has.

    Attributes
    ----------
    contested
        The claims, in the order of the case.
    """

    contested: tuple[Contested, ...]


def find(look: Look[ChronicleOptions]) -> ContestedClaims | None:
    """Return the claims of which something became of all the sources; nothing where there are none."""
    found = tuple(_contested(look.moment.past, each) for each in look.once(_found))
    return ContestedClaims(found) if found else None


def _found(look: Look[ChronicleOptions]) -> tuple[Found, ...]:
    return tuple(contested_claims(replace(look.moment.clock, case=look.moment.past)))


def _contested(case: Case, found: Found) -> Contested:
    status = "contested" if found.is_withdrawn else "doubtful"
    return Contested(path_id(case, found.path), str(found.path[0]), status, tuple(found.standings), found.why)


def show(found: ContestedClaims, look: Look[ChronicleOptions]) -> Finding:
    """Say how much is contested, and list it."""
    case = look.moment.past
    rows = tuple(
        _row(path_label(case, each.path), told, evidence(each.claim.cites))
        for each, told in zip(look.once(_found), found.contested, strict=True)
    )
    many = sum(each.status == "contested" for each in found.contested)
    doubtful = len(rows) - many
    lost = f"{counted(many, 'claim')} {one_or_many(many, 'rests', 'rest')} on retracted or refuted sources alone"
    more = f"{counted(doubtful, 'claim')} {one_or_many(doubtful, 'is', 'are')} doubtful, as sources are disputed"
    return Finding(
        "Contested",
        sentence("; ".join(part for part, number in ((lost, many), (more, doubtful)) if number)),
        tables=(Table("contested", "Claims without a source that holds", _COLUMNS, rows),),
        part=Part.DOUBT,
    )


def _row(what: str, told: Contested, cites: tuple[Evidence, ...]) -> Row:
    return Row((what, told.section, told.status, sentence(told.because)), cites)


CHAPTER = Chapter("contested", 95, find, show)
