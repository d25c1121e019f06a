"""Views: the conflict as each decision maker sees it, and what follows when each acts on its own view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.lenses.conflict.analysis import Analysis, analyse_situation, short
from detente.lenses.look import AskError
from detente.methods.gmcr.stability.hypergame import Hypergame, PerceivedGame, combine
from detente.models.conflict.views import places
from detente.models.flaw import Flaw, FlawedModelError
from detente.situation import Situation, perceived, situate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.case.perception import Perception


@dataclass(frozen=True, slots=True)
class Glimpse:
    """One perception: the situation without it and with it."""

    perception: Perception
    before: Situation
    after: Situation


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
    analysis: Analysis
    view: PerceivedGame


@dataclass(frozen=True, slots=True)
class Views:
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

    analysis: Analysis
    seen: Mapping[int, Seen]
    hypergame: Hypergame

    @classmethod
    def of(cls, analysis: Analysis) -> Views | None:
        """Return the views of a conflict; ``None`` where all see it alike.

        Raises
        ------
        FlawedModelError
            If a view cannot be modelled at this date.
        AskError
            If a further concept is not defined for a view.
        """
        seen = {}
        for i, maker in enumerate(analysis.model.decision_makers):
            glimpses = tuple(_glimpses(analysis.situation, maker))
            if glimpses:
                seen[i] = _seen(analysis, glimpses)
        return cls(analysis, seen, _combined(analysis, seen)) if seen else None

    def without(self, i: int) -> Hypergame:
        """Return the hypergame in which one decision maker sees the conflict as the case has it."""
        return _combined(self.analysis, {k: seen for k, seen in self.seen.items() if k != i})


def held(hypergame: Hypergame, state: int) -> tuple[str, ...]:
    """Return the short names of the concepts under which everybody stays at a state in its own view."""
    return tuple(short(key) for key, rows in hypergame.stable.items() if rows[:, state].all())


def _glimpses(situation: Situation, maker: str) -> Iterator[Glimpse]:
    for found in perceived(situation.case, maker):
        before, after = (
            situate(case, situation.as_of, scenario=situation.scenario) for case in (found.before, found.case)
        )
        yield Glimpse(found.perception, before, after)


def _seen(analysis: Analysis, glimpses: tuple[Glimpse, ...]) -> Seen:
    last = glimpses[-1]
    sees = f"as '{last.perception.by}' sees it"
    try:
        own = analyse_situation(last.after, analysis.further)
    except AskError as error:
        raise AskError(error.option, f"{sees}: {error}") from error
    except FlawedModelError as error:
        perceptions = analysis.conflict.perceptions
        path = ("conflict", "perceptions", perceptions.index(last.perception))
        raise FlawedModelError(
            Flaw(flaw.rule, path, f"{sees}: {flaw.message}", flaw.hint) for flaw in error.flaws
        ) from error
    view = PerceivedGame(own.model.engine, own.stability, places(analysis.model, own.model))
    return Seen(glimpses, own, view)


def _combined(analysis: Analysis, seen: Mapping[int, Seen]) -> Hypergame:
    engine = analysis.model.engine
    same = PerceivedGame(engine, analysis.stability, np.arange(engine.feasible.size, dtype=np.intp))
    makers = range(len(analysis.model.decision_makers))
    return combine(engine.feasible, [seen[i].view if i in seen else same for i in makers])
