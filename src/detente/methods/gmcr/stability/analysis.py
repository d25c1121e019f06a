"""The stability of every state of a conflict under every solution concept."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.stability.concept import verdicts
from detente.methods.gmcr.stability.registry import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from detente.methods.gmcr.arrays import Bool, States
    from detente.methods.gmcr.engines.engine import Engine
    from detente.methods.gmcr.stability.concept import Concept


@dataclass(frozen=True, slots=True, eq=False)
class Stability:
    """Which states are stable, by concept key, in the concepts' order.

    Attributes
    ----------
    stable
        ``stable[key][i, s]``: decision maker ``i`` stays at ``s``; false at infeasible states.
        [each shape (n_dm, S)]
    equilibria
        The states at which every decision maker stays, ascending [each shape (k,)].
    """

    stable: Mapping[str, Bool]
    equilibria: Mapping[str, States]


def analyse(engine: Engine, further: Iterable[Concept] = ()) -> Stability:
    """Return the stability of every state for every decision maker, and the equilibria.

    Parameters
    ----------
    engine
        The conflict.
    further
        Concepts to work out after those that always are.

    Raises
    ------
    UndefinedConceptError
        If one of the further concepts is not defined for this conflict.
    """
    concepts = (*shipped().values(), *further)
    keys = [concept.key for concept in concepts]
    stable = np.array([verdicts(engine, i, concepts) for i in range(len(engine.payoffs))])
    equilibria = {key: states.nonzero()[0] for key, states in zip(keys, np.logical_and.reduce(stable), strict=True)}
    by_concept = dict(zip(keys, stable.swapaxes(0, 1), strict=True))
    return Stability(MappingProxyType(by_concept), MappingProxyType(equilibria))


def improvements(engine: Engine, i: int, *, s: int) -> States:
    """Return the unilateral improvements of DM ``i`` from state ``s``, ascending [shape (k,)]."""
    reachable = engine.moves(i, s)
    improving: States = reachable[engine.payoffs[i][reachable] > engine.payoffs[i][s]]
    return improving
