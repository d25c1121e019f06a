"""Readings: the conflict under each reading that there is of it, and what follows when each acts on its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.lenses.conflict.concepts import short
from detente.lenses.conflict.engine.choice import explicit
from detente.lenses.conflict.engine.explicit import Explicit
from detente.lenses.conflict.readers import followers, reading_of
from detente.lenses.conflict.words import maker_names
from detente.lenses.look import AskError
from detente.methods.gmcr.stability.hypergame import Hypergame, PerceivedGame, combine
from detente.models.conflict.views import places
from detente.models.flaw import Flaw, FlawedModelError

if TYPE_CHECKING:
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look
    from detente.study import Glimpse


@dataclass(frozen=True, slots=True)
class Stance:
    """One reading of the conflict.

    Attributes
    ----------
    called
        What to call it.
    holders
        By number, the decision makers of whom the case says that it is theirs.
    analysis
        The model under this reading, analysed.
    view
        The same for the kernel.
    glimpses
        The perceptions that make it, one after the other; none where the model as it is written follows it.
    """

    called: str
    holders: tuple[int, ...]
    analysis: Explicit
    view: PerceivedGame
    glimpses: tuple[Glimpse, ...] = ()

    @property
    def key(self) -> str:
        """A name for it that hangs on who holds it alone."""
        return f"own-{self.holders[0]}" if self.holders else "case"


@dataclass(frozen=True, slots=True)
class Perceptions:
    """Everything the chapter on readings speaks of.

    Attributes
    ----------
    analysis
        The conflict as its model is written.
    stances
        The readings, in the order of the decision makers who hold them; one that nobody is said to hold comes first.
    acting
        By decision maker, which of the readings it acts on.
    hypergame
        Where each stays when each acts on its own reading.
    """

    analysis: Explicit
    stances: tuple[Stance, ...]
    acting: tuple[int, ...]
    hypergame: Hypergame

    @property
    def differ(self) -> bool:
        """Whether there is more than one reading."""
        return len(self.stances) > 1

    @property
    def readers(self) -> Mapping[int, Stance]:
        """By number, the decision makers of whom the case says how they read the conflict."""
        return {i: self.stances[k] for i, k in enumerate(self.acting) if i in self.stances[k].holders}

    @property
    def silent(self) -> tuple[int, ...]:
        """By number, those of whom the case does not say it: they act on the model as it is written."""
        return tuple(i for i in range(len(self.acting)) if i not in self.readers)

    @property
    def seen(self) -> Mapping[int, Stance]:
        """By number, the decision makers whose reading changes the model as it is written."""
        return {i: stance for i, stance in self.readers.items() if stance.glimpses}

    def acted(self, acting: tuple[int, ...]) -> Hypergame:
        """Return the hypergame in which each acts on some reading, by number."""
        return _combined(self.analysis, [self.stances[k] for k in acting])


def perceptions(look: Look[ConflictOptions]) -> Perceptions | None:
    """Return the readings of the conflict; ``None`` where the case says of nobody how it reads it.

    Raises
    ------
    FlawedModelError
        If the conflict cannot be modelled at this date under some reading.
    AskError
        If a further concept is not defined under some reading.
    """
    analysis = explicit(look)
    if not analysis.conflict.perceptions:
        return None
    glimpses, names = look.moment.glimpses, maker_names(analysis)
    makers = analysis.model.decision_makers
    base = _as_written(analysis)
    own = [_stance(analysis, i, names[i], glimpses[maker]) for i, maker in enumerate(makers) if maker in glimpses]
    stances = tuple(sorted([base, *own], key=lambda stance: stance.holders or (-1,)))
    held = {i: k for k, stance in enumerate(stances) for i in stance.holders}
    acting = tuple(held.get(i, stances.index(base)) for i in range(len(makers)))
    return Perceptions(analysis, stances, acting, _combined(analysis, [stances[k] for k in acting]))


def held(hypergame: Hypergame, state: int) -> tuple[str, ...]:
    """Return the short names of the concepts under which everybody stays at a state by its own reading."""
    return tuple(short(key) for key, rows in hypergame.stable.items() if rows[:, state].all())


def _as_written(analysis: Explicit) -> Stance:
    engine, names = analysis.model.engine, maker_names(analysis)
    view = PerceivedGame(engine, analysis.stability, np.arange(engine.feasible.size, dtype=np.intp))
    holders = followers(analysis.conflict)
    return Stance(reading_of([names[i] for i in holders]), holders, analysis, view)


def _stance(analysis: Explicit, i: int, name: str, glimpses: tuple[Glimpse, ...]) -> Stance:
    last = glimpses[-1]
    under = f"under the reading of '{last.perception.by}'"
    try:
        own = Explicit.of(last.after, analysis.further)
    except AskError as error:
        raise AskError(error.option, f"{under}: {error}") from error
    except FlawedModelError as error:
        path = ("conflict", "perceptions", last.number)
        raise FlawedModelError(
            Flaw(flaw.rule, path, f"{under}: {flaw.message}", flaw.hint) for flaw in error.flaws
        ) from error
    view = PerceivedGame(own.model.engine, own.stability, places(analysis.model, own.model))
    return Stance(reading_of([name]), (i,), own, view, glimpses)


def _combined(analysis: Explicit, acting: list[Stance]) -> Hypergame:
    return combine(analysis.model.engine.feasible, [stance.view for stance in acting])
