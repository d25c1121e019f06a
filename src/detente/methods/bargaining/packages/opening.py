"""Opening the zone: the least by which alternatives would have to be worse, and where agreement is nearest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.methods.bargaining.packages.space import Numbers, Packages, snap_derived


@dataclass(frozen=True, slots=True, eq=False)
class Opening:
    """What would bring a package into the zone.

    Attributes
    ----------
    total
        The least sum of changes of all parties' alternatives; nought where the zone is open, infinite where none does.
    nearest
        The packages which that sum brings into the zone, all of them; none where it is infinite. [shape (n,)]
    short
        What each party falls short of its alternative there. [shape (parties, n)]
    alone
        By how much each party's alternative alone would have to be worse; infinite where no such change is enough,
        because no package is acceptable to all others. [shape (parties,)]
    """

    total: float
    nearest: Packages
    short: Numbers
    alone: Numbers


def opening(gains: Numbers) -> Opening:
    """Return the least changes of alternatives that put a package into the zone.

    Parameters
    ----------
    gains
        By how much each package beats each party's alternative; minus infinity where no change brings it into the zone.
        [shape (parties, packages)]
    """
    shortage = np.maximum(-gains, 0.0)
    total = snap_derived(shortage.sum(axis=0))
    nearest = np.flatnonzero((total == total.min()) & np.isfinite(total))
    missing = (shortage > 0).sum(axis=0)
    alone = np.full(len(gains), np.inf)
    for i, short in enumerate(shortage):
        others_accept = missing == (short > 0)
        alone[i] = short[others_accept].min(initial=np.inf)
    return Opening(float(total.min()), nearest, shortage[:, nearest], alone)
