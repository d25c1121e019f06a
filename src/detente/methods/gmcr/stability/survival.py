"""Robustness: which equilibria survive when one decision maker's preferences change a little."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

import numpy as np

from detente.methods.gmcr.ensembles.ensemble import profiles_at_once, together
from detente.methods.gmcr.preference.blocks import block_numbers, split
from detente.methods.gmcr.stability.concept import verdicts
from detente.methods.gmcr.stability.registry import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from detente.methods.gmcr.arrays import Bool, Ordinal
    from detente.methods.gmcr.engines.engine import Engine


@dataclass(frozen=True, slots=True)
class Variation:
    """One small change of an order of conditions.

    Attributes
    ----------
    kind
        Whether two neighbours change places, or one condition no longer counts.
    touched
        The conditions that change places, those that mattered more first, or the one that goes.
    order
        The conditions that count after the change, most important first.
    """

    kind: Literal["swap", "remove"]
    touched: tuple[int, ...]
    order: tuple[int, ...]


def variations(runs: Sequence[int], *, removals: bool = True) -> Iterator[Variation]:
    """Yield every swap of two neighbours, then every removal of one condition.

    Conditions that count alike have no order among each other: they change places with a neighbour all together.

    Parameters
    ----------
    runs
        How many neighbours count alike, most important block first; 1 for each that stands by itself.
    """
    order = tuple(range(sum(runs)))
    blocks = list(split(order, block_numbers(runs)))
    for one, other in pairwise(blocks):
        yield Variation("swap", one + other, (*order[: one[0]], *other, *one, *order[other[-1] + 1 :]))
    if removals:
        yield from (Variation("remove", (k,), (*order[:k], *order[k + 1 :])) for k in order)


@dataclass(frozen=True, slots=True, eq=False)
class Survival:
    """What is an equilibrium after each change.

    Attributes
    ----------
    before
        By concept key: whether each state is an equilibrium as things are. [each shape (S,)]
    after
        By concept key: whether each state is an equilibrium after each change. [each shape (V, S)]
    """

    before: Mapping[str, Bool]
    after: Mapping[str, Bool]

    def survived(self, key: str) -> Ordinal:
        """Return in how many changes each state is still an equilibrium; 0 where it was none [shape (S,)]."""
        kept: Ordinal = (self.after[key] & self.before[key]).sum(axis=0, dtype=np.int32)
        return kept


def survival(
    engine: Engine, changes: Sequence[tuple[int, Ordinal]], *, progress: Callable[[int], None] | None = None
) -> Survival:
    """Return which states are equilibria after each change.

    Parameters
    ----------
    engine
        The conflict as it is.
    changes
        Whose payoffs change, and to what [each shape (S,)].
    progress
        Told after each change how many states it was.
    """
    size = profiles_at_once(engine.feasible.size)
    found = []
    for start in range(0, len(changes), size):
        some = changes[start : start + size]
        found.append(_after(engine, some))
        if progress is not None:
            for _, payoff in some:
                progress(payoff.size)
    none = np.empty((engine.feasible.size, 0), dtype=np.bool_)
    after = {key: np.concatenate([none, *(each[key] for each in found)], axis=1).T for key in shipped()}
    return Survival(MappingProxyType(_equilibria(engine)), MappingProxyType(after))


def _after(engine: Engine, changes: Sequence[tuple[int, Ordinal]]) -> dict[str, Bool]:
    """Return by concept whether each state is an equilibrium after each change [each shape (S, V)]."""
    payoffs = np.repeat(engine.payoffs[:, :, None], len(changes), axis=2)
    for k, (i, payoff) in enumerate(changes):
        payoffs[i, :, k] = payoff
    if len(changes) == 1:
        return {key: held[:, None] for key, held in _equilibria(engine.with_payoffs(payoffs[:, :, 0])).items()}
    return _equilibria(together(engine, payoffs))


def _equilibria(engine: Engine) -> dict[str, Bool]:
    concepts = tuple(shipped().values())
    found = [verdicts(engine, i, concepts) for i in range(len(engine.payoffs))]
    return dict(zip(shipped(), np.logical_and.reduce(found), strict=True))
