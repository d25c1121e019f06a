"""Which packages tell most: the best possible now, the best later, and one that somebody blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from detente.dates import Truth

if TYPE_CHECKING:
    from detente.lenses.settlement.packages.analysis import Analysis
    from detente.lenses.settlement.packages.zone.zopa import Zopa
    from detente.methods.bargaining.packages.space import Mask


class Kind(StrEnum):
    """Why a package is shown.

    Attributes
    ----------
    BEST
        The best that nobody blocks, where the case does not tell what is possible now.
    BOTH
        The best that nobody blocks, possible now.
    NOW
        The best of those possible now that nobody blocks.
    LATER, UNKNOWN, NEVER
        The best that nobody blocks: it has to wait, is not known to be possible, or cannot be had.
    WANTED
        What one party would like best, and somebody blocks.
    NEAREST
        Where somebody blocks every package, the one nearest to agreement.
    BARRED
        Where each crosses a red line, the one by which whoever gains least would gain most.
    """

    BEST = "best"
    BOTH = "both"
    NOW = "now"
    LATER = "later"
    UNKNOWN = "unknown"
    NEVER = "never"
    WANTED = "wanted"
    NEAREST = "nearest"
    BARRED = "barred"


BLOCKED = (Kind.WANTED, Kind.NEAREST, Kind.BARRED)
"""The kinds of packages that somebody blocks."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A package that is shown.

    Attributes
    ----------
    kind, package
        Why, and which.
    wanted_by
        The number of the party that would like it best, where that is why.
    """

    kind: Kind
    package: int
    wanted_by: int | None = None


def choices(analysis: Analysis, zopa: Zopa) -> tuple[Choice, ...]:
    """Return the packages that tell most, the best first; the last of them is blocked, if one is shown that is."""
    if not zopa.inside.any():
        return (_shut(zopa),)
    return (*_accepted(analysis, zopa), *_wanted(analysis, zopa))


def _accepted(analysis: Analysis, zopa: Zopa) -> Iterator[Choice]:
    """Yield the best package possible now, and the best of all that may be had, as one where they are one."""
    if analysis.possible is None:
        yield Choice(Kind.BEST, int(zopa.fairest(zopa.inside)[0]))
        return
    could = zopa.inside & coming(analysis)
    if not could.any():
        yield Choice(Kind.NEVER, int(zopa.fairest(zopa.inside)[0]))
        return
    now, best = analysis.best_able.tolist(), zopa.fairest(could).tolist()
    if now:
        yield Choice(Kind.BOTH if now[0] in best else Kind.NOW, now[0])
    if not now or now[0] not in best:
        yield Choice(Kind.UNKNOWN if analysis.unknown[best[0]] else Kind.LATER, best[0])


def coming(analysis: Analysis) -> Mask:
    """Return which packages are possible now, or may be later: those that hold nothing that can never be had.

    What only the conflict's conditions rule out, and no outcome waits for, counts as never to be had.
    """
    if analysis.possible is None or analysis.prospects is None:
        return np.ones(analysis.model.space.count, dtype=np.bool_)
    chosen = analysis.model.space.choices(np.arange(analysis.model.space.count))
    shut, never = (np.zeros(len(chosen), dtype=np.bool_) for _ in range(2))
    for k, outcomes in enumerate(analysis.prospects):
        shut |= np.array([each.possible is Truth.FALSE for each in outcomes])[chosen[:, k]]
        never |= np.array([any(need.never for need in each.lacking(Truth.FALSE)) for each in outcomes])[chosen[:, k]]
    return np.asarray((analysis.possible | analysis.unknown | shut) & ~never)


def _wanted(analysis: Analysis, zopa: Zopa) -> Iterator[Choice]:
    """Yield the package that one party would like best and that somebody blocks, if there is one.

    Of several the one that a red line keeps out, then the one that fewest block, then the one nearest to agreement.
    """
    may = coming(analysis)
    found = []
    for i, (gains, refused) in enumerate(zip(zopa.gains, zopa.refused, strict=False)):
        own = ~refused & may
        if not own.any():
            continue
        package = int(zopa.fairest(own & (gains == gains[own].max()))[0])
        blockers = int(zopa.refused[:, package].sum())
        if blockers:
            short = float(np.maximum(-zopa.gains[:, package], 0).sum())
            found.append((not zopa.barred[package], blockers, short, i, package))
    if found:
        *_, party, package = min(found)
        yield Choice(Kind.WANTED, package, party)


def _shut(zopa: Zopa) -> Choice:
    """Return the package nearest to agreement; where each crosses a red line, the best for whoever gains least."""
    if zopa.opening.nearest.size:
        return Choice(Kind.NEAREST, int(zopa.opening.nearest[0]))
    return Choice(Kind.BARRED, int(zopa.fairest(np.ones(zopa.inside.shape, dtype=np.bool_))[0]))
