"""Packages as states of the conflict, where outcomes are named like options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.analysis import Stability, analyse
from detente.models.conflict_large import is_large
from detente.models.conflict_model import ConflictModel, model_conflict

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from detente.case.conflict import Conflict
    from detente.methods.gmcr.arrays import States
    from detente.models.settlement_outline import Outline

MOST_STATES = 1 << 16
"""Of conflicts with more states packages are not looked for."""


@dataclass(frozen=True, slots=True, eq=False)
class PackageStates:
    """The states of a conflict that hold the outcomes of a package.

    Attributes
    ----------
    model, stability
        The conflict at its date, and what is stable in it.
    bits
        The bit of each option that an outcome is named like.
    options
        By issue, the options that its outcomes are named like; none where no outcome is.
    """

    model: ConflictModel
    stability: Stability
    bits: Mapping[str, int]
    options: Mapping[str, frozenset[str]]

    def of(self, package: Mapping[str, str]) -> States:
        """Return the possible states in which of each issue's options only the chosen outcome's is taken.

        Parameters
        ----------
        package
            By issue, the id of its outcome.
        """
        states = np.flatnonzero(self.model.engine.feasible)
        for issue, names in self.options.items():
            for name in sorted(names):
                states = states[(states >> self.bits[name] & 1) == (package[issue] == name)]
        return states

    def holding(self, states: States) -> tuple[str, ...]:
        """Return the keys of the concepts under which one of some states is an equilibrium."""
        return tuple(key for key, found in self.stability.equilibria.items() if np.isin(states, found).any())

    def names(self, states: Iterable[int]) -> tuple[str, ...]:
        """Return the names that the case has for some states."""
        numbers = {int(state) for state in states}
        return tuple(name for name, state in self.model.named.items() if state in numbers)


def package_states(outline: Outline, conflict: Conflict | None, closed: Collection[str]) -> PackageStates | None:
    """Return the states behind packages; ``None`` where no outcome is named like an option.

    Nor are there any where the conflict has no options, merges states, or has too many.

    Raises
    ------
    FlawedModelError
        If the conflict cannot be modelled at this date.
    """
    if conflict is None or conflict.graph is not None or conflict.coalesce or is_large(conflict):
        return None
    names = [option.id for maker in conflict.decision_makers for option in maker.options]
    shared = {issue.id: frozenset(outcome.id for outcome in issue.outcomes) & set(names) for issue in outline.issues}
    if not any(shared.values()) or 1 << len(names) > MOST_STATES:
        return None
    model = model_conflict(conflict, closed)
    bits = {name: len(names) - 1 - k for k, name in enumerate(names)}
    return PackageStates(model, analyse(model.engine), bits, {issue: found for issue, found in shared.items() if found})
