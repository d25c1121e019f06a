"""Shortage: who is in the way at the packages nearest to the zone, by what it lacks or by a red line."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Literal

import numpy as np

from detente.lenses.settlement.packages.words import number, party_name

if TYPE_CHECKING:
    from detente.lenses.settlement.packages.analysis import Analysis
    from detente.lenses.settlement.packages.zone.zopa import Zopa


@dataclass(frozen=True, slots=True)
class Blocker:
    """A party in the way.

    Attributes
    ----------
    actor
        Which.
    by
        Whether a red line is in the way, or that it values the packages less than no deal.
    short_by
        What it lacks at the nearest packages where it lacks something, the least; ``null`` for a red line.
    """

    actor: str
    by: Literal["red-line", "value"]
    short_by: float | None


def blockers(analysis: Analysis, zopa: Zopa) -> tuple[Blocker, ...]:
    """Return who is in the way; nobody where the zone is open."""
    if zopa.inside.any():
        return ()
    found = []
    for party, lines, least in zip(analysis.refusing, barring(zopa), shortages(zopa), strict=True):
        found += [Blocker(party.actor, "red-line", None)] if lines else []
        found += [] if least is None else [Blocker(party.actor, "value", round(least, 9))]
    return tuple(found)


def shortages(zopa: Zopa) -> list[float | None]:
    """Return what each party is short of at the nearest packages where it is short, the least; else ``None``."""
    short = np.where(zopa.opening.short > 0, zopa.opening.short, np.inf).min(axis=1, initial=np.inf)
    others = len(zopa.crossing) - len(short)
    return [*(float(least) if isfinite(least) else None for least in short), *(None,) * others]


def barring(zopa: Zopa) -> list[bool]:
    """Return whose red lines keep out a package that is worth no less than no deal to everybody.

    Where every package crosses a red line, it is everybody whose red lines keep out any.
    """
    wanted = (zopa.gains >= 0).all(axis=0) | zopa.barred.all()
    return [bool(crossing[wanted].any()) for crossing in zopa.crossing]


def in_the_way(analysis: Analysis, zopa: Zopa) -> list[str]:
    """Return who is in the way, each with what it is short of, or that a red line is."""
    said = []
    for party, lines, least in zip(analysis.refusing, barring(zopa), shortages(zopa), strict=True):
        why = ["by a red line"] if lines else []
        why += [] if least is None else [f"short by {number(least)}"]
        said += [f"{party_name(analysis, party)} ({' and '.join(why)})"] if why else []
    return said
