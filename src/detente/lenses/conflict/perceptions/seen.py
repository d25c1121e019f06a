"""Views: the conflict as each decision maker sees it, and what follows when each acts on its own view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.lenses.conflict.concepts import short
from detente.lenses.conflict.engine.choice import explicit
from detente.lenses.conflict.engine.explicit import Explicit
from detente.lenses.look import AskError
from detente.methods.gmcr.stability.hypergame import Hypergame, PerceivedGame, combine
from detente.models.conflict.views import places
from detente.models.flaw import Flaw, FlawedModelError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look
    from detente.study import Glimpse


@dataclass(frozen=True, slots=True)
class Seen:
    """The conflict as one decision maker sees it, where it sees it otherwise.

    Attributes
    ----------
    glimpses
        Its perceptions, one after the other.
    analysis
        Its own model, analysed.
    view
        The same for the kernel.
    """

    glimpses: tuple[Glimpse, ...]
    analysis: Explicit
    view: PerceivedGame


@dataclass(frozen=True, slots=True)
class Perceptions:
    """Everything the chapter on perceptions speaks of.

    Attributes
    ----------
    analysis
        The conflict as the case has it.
    seen
        By number, the decision makers who see it otherwise.
    hypergame
        Where each stays when each acts on its own view.
    """

    analysis: Explicit
    seen: Mapping[int, Seen]
    hypergame: Hypergame

    def without(self, i: int) -> Hypergame:
        """Return the hypergame in which one decision maker sees the conflict as the case has it."""
        return _combined(self.analysis, {k: seen for k, seen in self.seen.items() if k != i})


def perceptions(look: Look[ConflictOptions]) -> Perceptions | None:
    """Return who sees the conflict otherwise; ``None`` where all see it alike.

    Raises
    ------
    FlawedModelError
        If a view cannot be modelled at this date.
    AskError
        If a further concept is not defined for a view.
    """
    analysis, glimpses = explicit(look), look.moment.glimpses
    makers = enumerate(analysis.model.decision_makers)
    seen = {i: _seen(analysis, glimpses[maker]) for i, maker in makers if maker in glimpses}
    return Perceptions(analysis, seen, _combined(analysis, seen)) if seen else None


def held(hypergame: Hypergame, state: int) -> tuple[str, ...]:
    """Return the short names of the concepts under which everybody stays at a state in its own view."""
    return tuple(short(key) for key, rows in hypergame.stable.items() if rows[:, state].all())


def _seen(analysis: Explicit, glimpses: tuple[Glimpse, ...]) -> Seen:
    last = glimpses[-1]
    sees = f"under the reading of '{last.perception.by}'"
    try:
        own = Explicit.of(last.after, analysis.further)
    except AskError as error:
        raise AskError(error.option, f"{sees}: {error}") from error
    except FlawedModelError as error:
        path = ("conflict", "perceptions", last.number)
        raise FlawedModelError(
            Flaw(flaw.rule, path, f"{sees}: {flaw.message}", flaw.hint) for flaw in error.flaws
        ) from error
    view = PerceivedGame(own.model.engine, own.stability, places(analysis.model, own.model))
    return Seen(glimpses, own, view)


def _combined(analysis: Explicit, seen: Mapping[int, Seen]) -> Hypergame:
    engine = analysis.model.engine
    same = PerceivedGame(engine, analysis.stability, np.arange(engine.feasible.size, dtype=np.intp))
    makers = range(len(analysis.model.decision_makers))
    return combine(engine.feasible, [seen[i].view if i in seen else same for i in makers])
