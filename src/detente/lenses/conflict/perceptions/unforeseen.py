"""The unforeseen: moves that there are under one reading, and with which somebody does not reckon by its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Statement
from detente.lenses.conflict.words import maker_names, move
from detente.lenses.wording import counted
from detente.methods.gmcr.stability.hypergame import PerceivedGame, surprises
from detente.models.conflict.views import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.conflict.perceptions.seen import Perceptions, Stance


def unforeseen(views: Perceptions) -> Iterator[Statement]:
    """Yield for each reader what others could do at the status quo under another reading, unforeseen in its own."""
    for i, own in views.readers.items():
        for other in views.stances:
            if other is not own:
                yield from _under(other, own, i)


def _under(other: Stance, own: Stance, i: int) -> Iterator[Statement]:
    """Yield for each other the move that would surprise a reader most, and whether the mover gains by it.

    Of the moves that its own reading does not know, the one the mover likes best is told.
    """
    model = other.analysis.model
    engine, quo = model.engine, model.status_quo
    if quo is None:
        return
    known = PerceivedGame(own.view.engine, own.view.stability, places(model, own.analysis.model))
    names = maker_names(other.analysis)
    for j, name in enumerate(names):
        found = surprises(engine, known, j, s=quo) if j != i else np.empty(0, dtype=np.intp)
        if found.size:
            best = int(found[engine.payoffs[j][found].argmax()])
            gains = engine.payoffs[j][best] > engine.payoffs[j][quo]
            worth = "would gain by it" if gains else "would not gain by it"
            many = f" ({counted(found.size, 'such move')})" if found.size > 1 else ""
            what = f"{move(other.analysis, quo, best)}{many}"
            reckons = f"By its own reading {names[i]} does not reckon with what {name} could do"
            yield Statement(f"{reckons} under {other.called}: {what}. Under that reading {name} {worth}.")
