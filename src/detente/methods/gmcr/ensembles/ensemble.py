"""Ensembles: the stability of every state in many profiles of preferences over the same moves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.coalitions.packed import pack
from detente.methods.gmcr.engines.graph_form import GraphForm
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.ensembles.graph import GraphEnsemble
from detente.methods.gmcr.ensembles.options import OptionEnsemble
from detente.methods.gmcr.stability.concept import verdicts
from detente.methods.gmcr.stability.registry import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from detente.methods.gmcr.arrays import Bool, Numbers, Ordinal, States
    from detente.methods.gmcr.engines.engine import Engine

CELLS = 1 << 17
"""How many states times profiles are judged together: what they need fits near the processor."""


FEWEST = 8
"""Rather than fewer than this, the profiles are judged one by one: rows of a few numbers take longest."""

_SHORT_ROW = 32
"""Shorter rows than this are counted column by column."""


@dataclass(frozen=True, slots=True, eq=False)
class Profiles:
    """Profiles of preferences: who may want what, and which of that is put together.

    Attributes
    ----------
    payoffs
        For each decision maker a function that returns its payoffs under some of its preferences, by number.
        [shape (k,) to (S, k)]
    choice
        Which preferences each decision maker has in each profile. [shape (n_dm, B)]
    weights
        What each profile counts, more than 0. [shape (B,)]
    """

    payoffs: tuple[Callable[[States], Ordinal], ...]
    choice: States
    weights: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class EnsembleStability:
    """In how many profiles states are stable, by concept key.

    Attributes
    ----------
    stable
        ``stable[key][i, s]``: what the profiles count together in which decision maker ``i`` stays at ``s``.
        [each shape (n_dm, S)]
    equilibria
        What the profiles count together in which everybody stays. [each shape (S,)]
    profiles
        In how many profiles everybody stays, whatever they count. [each shape (S,)]
    watched
        In which profiles everybody stays at each of the states asked about. [each shape (W, B)]
    """

    stable: Mapping[str, Numbers]
    equilibria: Mapping[str, Numbers]
    profiles: Mapping[str, States]
    watched: Mapping[str, Bool]


def analyse_ensemble(
    engine: Engine,
    profiles: Profiles,
    *,
    watch: States,
    progress: Callable[[int, int], None] | None = None,
) -> EnsembleStability:
    """Return in how many profiles every state is stable for every decision maker, and an equilibrium.

    Parameters
    ----------
    engine
        The moves; its payoffs are not looked at.
    profiles
        The preferences.
    watch
        States of which every profile's verdict is kept. [shape (W,)]
    progress
        Told after every block how many profiles are done, and of how many.
    """
    makers, states = engine.payoffs.shape
    total = profiles.choice.shape[1]
    _keep_memory()
    tally = _Tally.empty((makers, states), watch, total)
    for start, block in _blocks(engine, profiles):
        tally.add(block, start, profiles.weights[start : start + block.payoffs.shape[2]])
        if progress is not None:
            progress(min(start + block.payoffs.shape[2], total), total)
    return tally.stability()


def _blocks(engine: Engine, profiles: Profiles) -> Iterator[tuple[int, OptionEnsemble | GraphEnsemble]]:
    """Yield the profiles in blocks, with the number of the first."""
    total, size = profiles.choice.shape[1], profiles_at_once(engine.feasible.size)
    for start in range(0, total, size):
        chosen = profiles.choice[:, start : start + size]
        payoffs = np.stack([of(which) for of, which in zip(profiles.payoffs, chosen, strict=True)])
        yield start, together(engine, payoffs)


def profiles_at_once(states: int) -> int:
    """Return how many profiles over so many states are judged together."""
    size = CELLS // states
    return size if size >= FEWEST else 1


def together(engine: Engine, payoffs: Ordinal) -> OptionEnsemble | GraphEnsemble:
    """Return the ensemble of a conflict in either form, with these profiles [shape (n_dm, S, B)].

    Raises
    ------
    TypeError
        If the conflict is in neither form.
    """
    if isinstance(engine, OptionForm):
        return OptionEnsemble.of(engine, payoffs)
    if isinstance(engine, GraphForm):
        return GraphEnsemble.of(engine, payoffs)
    msg = f"profiles of a {type(engine).__name__} cannot be judged together"
    raise TypeError(msg)


@dataclass(frozen=True, slots=True, eq=False)
class _Tally:
    """What has been counted so far; the arrays are added to in place."""

    stable: dict[str, Numbers]
    equilibria: dict[str, Numbers]
    profiles: dict[str, States]
    watched: dict[str, Bool]
    watch: States

    @classmethod
    def empty(cls, shape: tuple[int, int], watch: States, total: int) -> _Tally:
        return cls(
            {key: np.zeros(shape) for key in shipped()},
            {key: np.zeros(shape[1]) for key in shipped()},
            {key: np.zeros(shape[1], dtype=np.intp) for key in shipped()},
            {key: np.zeros((watch.size, total), dtype=np.bool_) for key in shipped()},
            watch,
        )

    def add(self, engine: Engine, start: int, weights: Numbers) -> None:
        """Add the verdicts on a block of profiles."""
        equal = bool((weights == weights[0]).all())
        concepts = tuple(shipped().values())
        verdict = [verdicts(engine, i, concepts) for i in range(len(engine.payoffs))]
        for k, key in enumerate(shipped()):
            found = [each[k] for each in verdict]
            for i, stays in enumerate(found):
                self.stable[key][i] += weights[0] * _count(stays) if equal else stays @ weights
            everybody = reduce(np.logical_and, found)
            number = _count(everybody)
            self.profiles[key] += number
            self.equilibria[key] += weights[0] * number if equal else everybody @ weights
            self.watched[key][:, start : start + weights.size] = everybody[self.watch]

    def stability(self) -> EnsembleStability:
        return EnsembleStability(
            MappingProxyType(self.stable),
            MappingProxyType(self.equilibria),
            MappingProxyType(self.profiles),
            MappingProxyType(self.watched),
        )


def _count(table: Bool) -> States:
    """Return how many are true in each row [shape (S,)]."""
    if table.shape[1] < _SHORT_ROW:
        return reduce(np.add, table.T, np.zeros(len(table), dtype=np.intp))
    counts: States = np.bitwise_count(pack(table)).sum(axis=1, dtype=np.intp)
    return counts


def _keep_memory() -> None:
    """Let the allocator see one large block come and go.

    The C library then keeps blocks below that size for the next use, instead of handing them back to the system
    and fetching them again page by page, which would take as long as the analysis itself.
    """
    np.empty(1 << 24, dtype=np.uint8)
