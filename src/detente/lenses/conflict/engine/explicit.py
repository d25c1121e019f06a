"""A conflict judged state by state: the model of a situation, and the stability of its states."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from detente.lenses.conflict.concepts import NASH, short
from detente.lenses.conflict.engine.also import undefined
from detente.lenses.look import AskError
from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.moves.sequences import Manner, search
from detente.methods.gmcr.stability.concept import UndefinedConceptError
from detente.methods.gmcr.stability.registry import shipped

if TYPE_CHECKING:
    from detente.case.conflict import Conflict
    from detente.methods.gmcr.arrays import Bool, Ordinal, States
    from detente.methods.gmcr.stability.analysis import Stability
    from detente.methods.gmcr.stability.concept import Concept
    from detente.models.conflict.model import ConflictModel
    from detente.situation import Situation
    from detente.study import Moment

MOST_STATES = 1 << 14
"""Above this number of possible states nobody looks for what gains can lead to."""


@dataclass(frozen=True, eq=False)
class Explicit:
    """Everything the chapters speak of that walk through states one by one.

    Attributes
    ----------
    moment
        The case at its date, under some reading.
    stability
        What is stable, also under the further concepts.
    further
        The concepts that were asked for besides those that are always worked out.
    """

    moment: Moment
    stability: Stability
    further: tuple[Concept, ...] = ()

    references = ()

    @classmethod
    def of(cls, moment: Moment, further: tuple[Concept, ...] = ()) -> Explicit:
        """Return the analysis of a conflict at a moment.

        Raises
        ------
        LookupError
            If the case has no conflict.
        FlawedModelError
            If it cannot be modelled at this date.
        AskError
            If a further concept is not defined for this conflict.
        """
        try:
            return cls(moment, moment.conflict.with_further(further), further)
        except UndefinedConceptError as error:
            raise AskError("also", undefined(moment.conflict.model, error)) from error

    @property
    def situation(self) -> Situation:
        """The case at its date."""
        return self.moment.situation

    @property
    def conflict(self) -> Conflict:
        """Its conflict."""
        return self.moment.conflict.conflict

    @property
    def model(self) -> ConflictModel:
        """The engine with its names."""
        return self.moment.conflict.model

    @property
    def form(self) -> str:
        """How the conflict is stated."""
        return "option form" if self.model.options else "graph form"

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts that were worked out, in order."""
        return (*shipped().values(), *self.further)

    def keys_of(self, state: int) -> tuple[str, ...]:
        """Return the keys of the concepts under which a state is an equilibrium."""
        return tuple(key for key, stable in self.stability.stable.items() if stable[:, state].all())

    def concepts_of(self, state: int) -> tuple[str, ...]:
        """Return the short names of the concepts under which a state is an equilibrium."""
        return tuple(map(short, self.keys_of(state)))

    def stays_under(self, maker: int, state: int) -> tuple[str, ...]:
        """Return the keys of the concepts under which a decision maker stays at a state."""
        return tuple(key for key, stable in self.stability.stable.items() if stable[maker, state])

    @cached_property
    def states(self) -> States:
        """The feasible states, ascending [shape (k,)]."""
        return np.flatnonzero(self.model.engine.feasible)

    @cached_property
    def holding(self) -> Ordinal:
        """Under how many of the concepts always worked out each state is an equilibrium [shape (S,)]."""
        held = [self.stability.stable[key].all(axis=0) for key in shipped()]
        total: Ordinal = np.sum(held, axis=0, dtype=np.int32)
        return total

    @cached_property
    def trapped(self) -> Bool:
        """Where each decision maker stays only because what was done cannot be undone, and nobody leaves.

        It would gain by a move of its own if options that can only be taken could be dropped again, and those that can
        only be dropped taken up. In graph form, and where states are merged, nothing is known of that. [shape (n, S)]
        """
        engine, nash = self.model.engine, shipped()[NASH]
        nobody: Bool = np.zeros((len(self.model.decision_makers), self.holding.size), dtype=np.bool_)
        if not isinstance(engine, OptionForm) or set(engine.directions) <= {Direction.BOTH}:
            return nobody
        free = replace(engine, directions=(Direction.BOTH,) * len(engine.directions))
        left = self.stability.stable[NASH].all(axis=0)
        return np.array([left & ~nash.stable(free, i) for i in range(len(nobody))])

    @cached_property
    def irreversible(self) -> Bool:
        """Which states nobody leaves although somebody would, if what was done could be undone [shape (S,)]."""
        return np.asarray(self.trapped.any(axis=0))

    @cached_property
    def reachable(self) -> States | None:
        """Where gains alone lead from the status quo, with itself; ``None`` where that takes too long to find."""
        quo, engine = self.model.status_quo, self.model.engine
        if quo is None or self.states.size > MOST_STATES:
            return None
        return search(engine, quo, dict.fromkeys(range(len(engine.payoffs)), Manner.GAINING)).reached()
