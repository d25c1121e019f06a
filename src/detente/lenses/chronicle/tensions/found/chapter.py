"""Tensions found: where two records of one fact differ, both readings side by side and none preferred."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.findings import Column, Finding, Part, Result, Row, Table
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.tensions.found import dates, hedges, numbers, statuses
from detente.lenses.evidence import evidence
from detente.lenses.look import Look
from detente.lenses.wording import counted, one_or_many

if TYPE_CHECKING:
    from detente.case.term import Tension
    from detente.lenses.chronicle.tensions.found.tension import Found, Told

_COLUMNS = (Column("fact", "Of"), Column("one", "One reading"), Column("other", "Another"))
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a fact.

    Attributes
    ----------
    text
        What it says.
    cites
        Where that is said.
    """

    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundTension:
    """One fact that is read in two ways.

    Attributes
    ----------
    kind
        ``numbers``, ``dates``, ``lists``, ``hedge`` or ``status``.
    about
        Ids of the records that tell it.
    fact
        What it is, in words.
    readings
        The two readings; neither is preferred.
    declared
        Id of the tension that the case declares itself between the same passages; ``null`` where it declares none.
    """

    kind: str
    about: tuple[str, ...]
    fact: str
    readings: tuple[Reading, ...]
    declared: str | None


@dataclass(frozen=True, slots=True)
class FoundTensions(Result):
    """Where two records of one fact differ; only there where some do.

    Attributes
    ----------
    tensions_found
        The facts that are read in two ways.
    """

    tensions_found: tuple[FoundTension, ...]


def find(look: Look[ChronicleOptions]) -> FoundTensions | None:
    """Return the facts that records read in two ways; nothing where there are none."""
    declared = look.moment.past.tensions
    found = tuple(_result(each, declared) for each in look.once(_found))
    return FoundTensions(found) if found else None


def _found(look: Look[ChronicleOptions]) -> tuple[Found, ...]:
    return tuple(each for kind in (numbers, dates, hedges, statuses) for each in kind.find(look))


def _result(found: Found, declared: tuple[Tension, ...]) -> FoundTension:
    readings = tuple(Reading(told.text, tuple(map(str, told.cites))) for told in found.readings)
    return FoundTension(found.kind, found.about, found.fact, readings, _declared(found, declared))


def _declared(found: Found, declared: tuple[Tension, ...]) -> str | None:
    """Return the tension that a case declares between passages of both readings, where it does."""
    one, other = (told.passages for told in found.readings)
    for tension in declared:
        places = {(cite.source, cite.at) for cite in tension.cites}
        if places & (one - other) and places & (other - one):
            return tension.id
    return None


def show(found: FoundTensions, look: Look[ChronicleOptions]) -> Finding | None:
    """Say what the case does not declare itself."""
    fresh = [each for each, told in zip(look.once(_found), found.tensions_found, strict=True) if told.declared is None]
    if not fresh:
        return None
    rows = tuple(_row(each) for each in fresh)
    caption = "Found by comparing records; neither reading is preferred"
    return Finding(
        "Read in two ways",
        f"{counted(len(fresh), 'fact')} {one_or_many(len(fresh), 'is', 'are')} told in two ways.",
        tables=(Table("tensions-found", caption, _COLUMNS, rows, shown=_SHOWN),),
        part=Part.DOUBT,
    )


def _row(found: Found) -> Row:
    one, other = found.readings
    cites = dict.fromkeys(evidence((*one.cites, *other.cites)))
    return Row((found.fact, _cell(one), _cell(other)), tuple(cites))


def _cell(told: Told) -> str:
    cites = ", ".join(dict.fromkeys(map(str, told.cites)))
    return f"{told.text} [{cites}]" if cites else told.text


CHAPTER = Chapter("tensions-found", 101, find, show)
