"""The stability of every state of a conflict under every solution concept."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.concept import UndefinedConceptError
from detente.methods.gmcr.registry import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from detente.methods.gmcr.arrays import Bool, States
    from detente.methods.gmcr.concept import Concept
    from detente.methods.gmcr.engine import Engine


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
    stable = {each.key: _table(engine, each) for each in (*shipped().values(), *further)}
    equilibria = {key: np.logical_and.reduce(each).nonzero()[0] for key, each in stable.items()}
    return Stability(MappingProxyType(stable), MappingProxyType(equilibria))


def _table(engine: Engine, concept: Concept) -> Bool:
    try:
        return np.array([concept.stable(engine, i) for i in range(len(engine.payoffs))])
    except UndefinedConceptError as error:
        raise UndefinedConceptError(str(error), tie=error.tie, key=concept.key) from error


def improvements(engine: Engine, i: int, *, s: int) -> States:
    """Return the unilateral improvements of DM ``i`` from state ``s``, ascending [shape (k,)]."""
    reachable = engine.moves(i, s)
    improving: States = reachable[engine.payoffs[i][reachable] > engine.payoffs[i][s]]
    return improving
