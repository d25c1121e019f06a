"""Gains: what sources expect for whom if something else comes about; claims of theirs, which no model here tests."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from detente.case.forecast import Forecast
from detente.findings import Column, Depth, Finding, Part, Table
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.forecasts.affected import affecting
from detente.lenses.chronicle.forecasts.cells import CLAIM, EXPECTED, claim, expected
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.words import filled
from detente.lenses.evidence import row
from detente.lenses.look import Look
from detente.lenses.wording import listed

_MOST_NAMES = 3
_ABOUT = Column("about", "For whom")

Expected: TypeAlias = tuple[tuple[Forecast, tuple[str, ...]], ...]
"""Forecasts, each with the names of those for whom something is expected."""


def find(look: Look[ChronicleOptions]) -> Expected | None:
    """Return the conditional forecasts that name somebody."""
    return look.once(affecting) or None


def show(found: Expected, look: Look[ChronicleOptions]) -> Finding:
    """Say what is expected for whom."""
    said = (row(each, about, expected(each), *claim(look.situation, each)) for each, about in found)
    rows = tuple(replace(each, note="") for each in said)  # the list of all forecasts has the notes
    names = list(dict.fromkeys(name for _, about in found for name in about))
    if len(names) > _MOST_NAMES:
        names = [*names[: _MOST_NAMES - 1], f"{len(names) - _MOST_NAMES + 1} more"]
    table = filled(Table("gains", "Claims of sources, each on a condition", (_ABOUT, EXPECTED, *CLAIM), rows))
    tested = _tested(look)
    which = "not all of these claims are tested" if tested else "Detente has not tested these claims"
    return Finding(
        "What sources expect for whom",
        f"Sources expect changes for {listed(names)}; {which}.",
        tables=(table,),
        part=Part.GAINS,
        depth=Depth.DETAIL if tested else Depth.HEADLINE,
    )


def _tested(look: Look[ChronicleOptions]) -> bool:
    """Whether a corridor tests claims of the case, so that these are not what a reader looks for first."""
    corridor = look.case.corridor
    return corridor is not None and any(claim.predicate is not None for claim in corridor.claims)


CHAPTER = Chapter("gains", 95, find, show)
