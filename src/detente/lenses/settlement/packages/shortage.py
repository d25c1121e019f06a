"""Shortage: what parties lack at the packages nearest to the zone."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from detente.lenses.settlement.packages.analysis import Analysis, Zopa


@dataclass(frozen=True, slots=True)
class Blocker:
    """A party in the way.

    Attributes
    ----------
    actor
        Which.
    short_by
        What it lacks at the nearest packages where it lacks something, the least.
    """

    actor: str
    short_by: float


def blockers(analysis: Analysis, zopa: Zopa) -> tuple[Blocker, ...]:
    """Return who is in the way; nobody where the zone is open."""
    if zopa.inside.any():
        return ()
    short = zip(analysis.model.outline.parties, shortages(zopa), strict=True)
    return tuple(Blocker(party.actor, round(least, 9)) for party, least in short if least is not None)


def shortages(zopa: Zopa) -> list[float | None]:
    """Return what each party is short of at the nearest packages where it is short, the least; else ``None``."""
    short = np.where(zopa.opening.short > 0, zopa.opening.short, np.inf).min(axis=1)
    return [float(least) if isfinite(least) else None for least in short]
