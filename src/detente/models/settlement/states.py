"""Packages as states of the conflict, where outcomes take options."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.states import TooManyStatesError
from detente.models.settlement.outcome_options import decided, needed, taken

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from detente.case.conflict import Conflict
    from detente.methods.gmcr.arrays import Bool, States
    from detente.methods.gmcr.stability.analysis import Stability
    from detente.models.conflict.model import ConflictModel
    from detente.models.settlement.outline import Outline

MOST_OPTIONS = 20
"""In conflicts with more options packages are not looked for."""


@dataclass(frozen=True, slots=True, eq=False)
class PackageStates:
    """The states of a conflict that hold the outcomes of a package.

    Attributes
    ----------
    model, stability
        The conflict at its date, and what is stable in it.
    bits
        By issue, then by outcome: the options that are taken, as bits of a state. [each shape (outcomes,)]
    decided
        By issue, the options that its outcomes decide, as bits of a state.
    told
        By issue, then by outcome: whether the conflict knows it, by options or because it decides nothing of the issue.
        [each shape (outcomes,)]
    """

    model: ConflictModel
    stability: Stability
    bits: tuple[States, ...]
    decided: tuple[int, ...]
    told: tuple[Bool, ...]

    def tells(self, choice: Sequence[int]) -> bool:
        """Whether the conflict knows every outcome of a package; else its states are not known.

        Parameters
        ----------
        choice
            For each issue, the number of its outcome.
        """
        return all(told[outcome] for told, outcome in zip(self.told, choice, strict=True))

    def of(self, choice: Sequence[int]) -> States:
        """Return the possible states in which of each issue's options only the chosen outcome's are taken.

        Parameters
        ----------
        choice
            For each issue, the number of its outcome.
        """
        [code], [clash] = self._codes(np.array([choice], dtype=np.intp))
        states = np.flatnonzero(self.model.engine.feasible)
        found: States = states[(states & self._mask == code) & ~clash]
        return found

    def possible(self, choices: States) -> Bool:
        """Return for which packages there is such a state.

        Parameters
        ----------
        choices
            For each package and issue, the number of the outcome. [shape (n, issues)]
        """
        codes, clash = self._codes(choices)
        found = np.zeros(self.model.engine.feasible.size, dtype=np.bool_)
        found[np.flatnonzero(self.model.engine.feasible) & self._mask] = True
        return np.asarray(found[codes] & ~clash)

    def holding(self, states: States) -> tuple[str, ...]:
        """Return the keys of the concepts under which one of some states is an equilibrium."""
        return tuple(key for key, found in self.stability.equilibria.items() if np.isin(states, found).any())

    def names(self, states: Iterable[int]) -> tuple[str, ...]:
        """Return the names that the case has for some states."""
        numbers = {int(state) for state in states}
        return tuple(name for name, state in self.model.named.items() if state in numbers)

    @property
    def _mask(self) -> int:
        return reduce(or_, self.decided)

    def _codes(self, choices: States) -> tuple[States, Bool]:
        """Return the options that each package takes, and whether two of its outcomes contradict each other there."""
        each = [bits[choices[:, k]] for k, bits in enumerate(self.bits)]
        codes = reduce(or_, each)
        clash = [codes & mask != own for mask, own in zip(self.decided, each, strict=True)]
        return codes, np.logical_or.reduce(clash)


def knows_outcomes(conflict: Conflict | None, outline: Outline) -> bool:
    """Whether packages are states of a conflict: it has options, merges no states, and some outcome takes an option.

    Raises
    ------
    TooManyStatesError
        If it has more than ``MOST_OPTIONS`` options.
    """
    if conflict is None or conflict.graph is not None or conflict.coalesce:
        return False
    names = _options(conflict)
    if not any(decided(issue, names) for issue in outline.issues):
        return False
    if len(names) > MOST_OPTIONS:
        limit = f"packages are looked for among the states of at most {MOST_OPTIONS}"
        raise TooManyStatesError(f"the conflict has {len(names)} options, and {limit}")
    return True


def merged(conflict: Conflict | None, outline: Outline) -> str | None:
    """Return why a conflict whose options outcomes take does not tell which packages can be, where it merges states."""
    if conflict is None or not conflict.coalesce:
        return None
    taking = any(decided(issue, _options(conflict)) for issue in outline.issues)
    return "states of the conflict are merged" if taking else None


def package_states(outline: Outline, conflict: Conflict, model: ConflictModel, stability: Stability) -> PackageStates:
    """Return the states behind packages, of a conflict that knows outcomes and has been modelled and judged."""
    names = _options(conflict)
    bit = {name: 1 << (len(names) - 1 - k) for k, name in enumerate(names)}

    def code(options: Iterable[str]) -> int:
        return sum(bit[name] for name in options)

    masks = tuple(code(decided(issue, names)) for issue in outline.issues)
    needs = [[needed(outcome, names) for outcome in issue.outcomes] for issue in outline.issues]
    return PackageStates(
        model,
        stability,
        tuple(np.array([code(taken(outcome, names)) for outcome in issue.outcomes]) for issue in outline.issues),
        masks,
        tuple(
            np.array([need is not None or not mask for need in each]) for each, mask in zip(needs, masks, strict=True)
        ),
    )


def _options(conflict: Conflict) -> list[str]:
    return [option.id for option in conflict.options]
