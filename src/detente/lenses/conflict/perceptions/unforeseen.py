"""The unforeseen: moves of others that a decision maker holds to be impossible."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Statement
from detente.lenses.conflict.words import maker_names, move
from detente.lenses.wording import counted
from detente.methods.gmcr.stability.hypergame import surprises

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.conflict.perceptions.seen import Perceptions


def unforeseen(views: Perceptions, i: int, quo: int) -> Iterator[Statement]:
    """Yield for each other the move from the status quo that would surprise one most, and whether the mover gains.

    Of the moves that its view does not know, the one the mover likes best is told.
    """
    engine = views.analysis.model.engine
    names = maker_names(views.analysis)
    for j, name in enumerate(names):
        found = surprises(engine, views.seen[i].view, j, s=quo) if j != i else np.empty(0, dtype=np.intp)
        if found.size:
            best = int(found[engine.payoffs[j][found].argmax()])
            gains = engine.payoffs[j][best] > engine.payoffs[j][quo]
            worth = "would gain by it" if gains else "would not gain by it"
            many = f" ({counted(found.size, 'such move')})" if found.size > 1 else ""
            what = f"{move(views.analysis, quo, best)}{many}"
            yield Statement(
                f"{names[i]} does not reckon with what {name} could do: {what}. By the case {name} {worth}."
            )
