"""A conflict judged without listing its states."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from detente.lenses.conflict.concepts import NASH
from detente.methods.gmcr.stability.registry import shipped
from detente.methods.gmcr.symbolic.budget import DiagramTooLargeError
from detente.models.conflict.size import entangled
from detente.models.conflict.symbolic import leavers
from detente.models.flaw import FlawedModelError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.conflict import Conflict
    from detente.methods.gmcr.stability.concept import Concept
    from detente.methods.gmcr.symbolic.region import Region
    from detente.methods.gmcr.symbolic.stability import SymbolicStability
    from detente.models.conflict.symbolic import SymbolicModel
    from detente.situation import Situation
    from detente.study import Moment

FIRST = 20
"""Of sets of states so many states and patterns are told."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What is told of a set of states that is too large to list.

    Attributes
    ----------
    count
        How many states it has.
    first
        The names of the first ones.
    taken
        In how many of them each option is taken.
    patterns
        Disjoint patterns that cover it, the widest first; one more than is told, where there are more.
    """

    count: int
    first: tuple[str, ...]
    taken: tuple[int, ...]
    patterns: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Symbolic:
    """Everything the chapters speak of that never list states.

    Attributes
    ----------
    moment, conflict
        The case at its date, and its conflict.
    """

    moment: Moment
    conflict: Conflict

    form = "option form, by decision diagrams"
    references = ("Bryant1986",)

    @property
    def situation(self) -> Situation:
        """The case at its date."""
        return self.moment.situation

    @property
    def model(self) -> SymbolicModel:
        """What is stable, with the names of the states."""
        return self.moment.symbolic

    @property
    def stability(self) -> SymbolicStability:
        """Which states are stable, as sets."""
        return self.model.stability

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts that were worked out, in order."""
        return tuple(shipped()[key] for key in self.stability.stable)

    def keys_of(self, state: int) -> tuple[str, ...]:
        """Return the keys of the concepts under which a state is an equilibrium."""
        return tuple(key for key, found in self.stability.equilibria.items() if found.holds(state))

    def stays_under(self, maker: int, state: int) -> tuple[str, ...]:
        """Return the keys of the concepts under which a decision maker stays at a state."""
        return tuple(key for key, found in self.stability.stable.items() if found[maker].holds(state))

    @cached_property
    def trapped(self) -> Mapping[int, tuple[int, ...]]:
        """The named states that nobody leaves only because what was done cannot be undone, with who would leave.

        Nothing is said of them where the diagrams outgrow their limits.
        """
        nash = self.stability.equilibria.get(NASH)
        held = {state for state in self.model.named.values() if nash is not None and nash.holds(state)}
        if not held or all(option.direction == "both" for option in self.conflict.options):
            return {}
        try:
            found = leavers(self.conflict, self.model, held)
        except DiagramTooLargeError:
            return {}
        return {state: makers for state, makers in found.items() if makers}

    @cached_property
    def equilibria(self) -> Mapping[str, Outline]:
        """What is told of the equilibria of each concept.

        Raises
        ------
        FlawedModelError
            If the diagrams outgrow their limits.
        """
        try:
            return {key: self._outline(region) for key, region in self.stability.equilibria.items()}
        except DiagramTooLargeError as error:
            raise FlawedModelError([entangled(self.conflict, error)]) from error

    def first(self, region: Region) -> tuple[str, ...]:
        """Return the names of the first states of a set; errors are those of ``equilibria``."""
        try:
            return tuple(self.model.name(state) for state in region.first(FIRST))
        except DiagramTooLargeError as error:
            raise FlawedModelError([entangled(self.conflict, error)]) from error

    def _outline(self, region: Region) -> Outline:
        patterns = tuple(region.cubes(FIRST + 1))
        return Outline(region.count, self.first(region), tuple(region.taken()), patterns)
