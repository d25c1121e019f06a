"""Taking over: what would hold if one decision maker took over the reading of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Statement
from detente.lenses.conflict.perceptions.seen import held
from detente.lenses.conflict.perceptions.tables import QUO, speakable
from detente.lenses.conflict.words import maker_names
from detente.models.conflict.views import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.conflict.perceptions.seen import Perceptions
    from detente.methods.gmcr.stability.hypergame import Hypergame


def taken_over(views: Perceptions) -> Iterator[Statement]:
    """Yield what would change if one of them took over another reading, where it is not then everybody's."""
    names = maker_names(views.analysis)
    for i in views.readers:
        for k, other in enumerate(views.stances):
            acting = (*views.acting[:i], k, *views.acting[i + 1 :])
            if k != views.acting[i] and len(set(acting)) > 1:
                changes = "; ".join(_changes(views, views.acted(acting)))
                what = changes or "no outcome asked about would hold more or less than it does"
                yield Statement(f"If {names[i]} took over {other.called}: {what}.")


def _changes(views: Perceptions, acted: Hypergame) -> Iterator[str]:
    for name, (stance, state) in speakable(views).items():
        place = place_of(stance.analysis.model, views.analysis.model, state)
        now, then = (held(game, place) if place >= 0 else () for game in (views.hypergame, acted))
        called = f"the {QUO}" if name == QUO else f"“{name}”"
        if now == then:
            continue
        if not then:
            yield f"{called} would no longer hold"
        elif not now:
            yield f"{called} would hold ({', '.join(then)})"
        else:
            yield f"{called} would hold under {', '.join(then)} instead of {', '.join(now)}"
