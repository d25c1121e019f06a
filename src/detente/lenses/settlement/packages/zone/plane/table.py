"""The table beside the utility plane: how many packages lie in each part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Column, Row, Table
from detente.lenses.settlement.packages.words import cross_none

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.lenses.settlement.packages.zone.pictured import Pictured
    from detente.lenses.settlement.packages.zone.plane.projection import Projection


def table(seen: Projection, shown: Sequence[Pictured]) -> Table:
    """Return how many packages lie in each part of the plane, and which of them have numbers."""
    columns = [
        Column("part", "Against no deal"),
        Column("count", "Packages", "number"),
        Column("frontier", "Of those, on the line beyond which none lies", "number"),
        Column("numbered", "Numbers in the picture"),
    ]
    if len(seen.zopa.gains) > 2:
        columns.insert(2, Column("accepted", "Of those, no worse for everybody else", "number"))
    which = cross_none(seen.analysis, int(seen.clear.sum()))
    caption = f"Packages{which} as {seen.names[0]} and {seen.names[1]} see them"
    return Table("plane", caption, tuple(columns), tuple(_rows(seen, shown)))


def _rows(seen: Projection, shown: Sequence[Pictured]) -> Iterator[Row]:
    one, other = seen.names
    words = ("no worse for both", f"worse for {other}", f"worse for {one}", "worse for both")
    worse = seen.gains < 0
    part = 2 * worse[0] + worse[1]
    others = [k for k in range(len(seen.zopa.gains)) if k not in seen.pair]
    willing = (seen.zopa.gains[others] >= 0).all(axis=0)
    for number, said in enumerate(words):
        here = (part == number) & seen.clear
        counts = [here, here & willing, here & seen.frontier] if others else [here, here & seen.frontier]
        numbered = tuple(str(each.number) for each in shown if here[each.package])
        yield Row((said, *(int(np.count_nonzero(some)) for some in counts), numbered or None))
