"""The stability of every state for every coalition under every coalitional concept."""

from __future__ import annotations

from dataclasses import dataclass
from math import isqrt
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.coalitions.coalition import Coalition
from detente.methods.gmcr.coalitions.joint_moves import JointMoves, subsets
from detente.methods.gmcr.coalitions.packed import pairs
from detente.methods.gmcr.stability.registry import shipped_for_coalitions
from detente.methods.gmcr.states import TooManyStatesError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.methods.gmcr.arrays import Bool, States
    from detente.methods.gmcr.coalitions.joint_moves import Members
    from detente.methods.gmcr.engines.engine import Engine

PAIRS = 1 << 27
"""How many pairs of states are compared at most, over all coalitions."""

MOST_MAKERS = 10
"""The most decision makers: each coalition is answered by every coalition of the others, three times as many for
each decision maker more."""


@dataclass(frozen=True, slots=True, eq=False)
class CoalitionStability:
    """Which states are stable for which coalition, the smallest coalitions first.

    Attributes
    ----------
    joint
        What each coalition can do.
    stable
        ``stable[members][key][s]``: the coalition stays at ``s``; false at infeasible states.
        [each shape (S,)]
    """

    joint: JointMoves
    stable: Mapping[Members, Mapping[str, Bool]]

    def improvements(self, members: Members, *, s: int) -> States:
        """Return the joint improvements of a coalition from a feasible state, ascending [shape (k,)]."""
        here = np.searchsorted(self.joint.states, [s])
        improving: States = self.joint.states[pairs(self.joint.improvements(members)[here])[:, 1]]
        return improving

    def lasting(self, key: str) -> States:
        """Return the states that no coalition leaves under a concept, ascending [shape (k,)]."""
        held = np.array([stable[key] for stable in self.stable.values()])
        return np.flatnonzero(held.all(axis=0))


def most_states(movers: int) -> int:
    """Return for how many feasible states at most the coalitions of so many decision makers are analysed."""
    return isqrt(PAIRS // ((1 << movers) - 1)) if movers else 0


def analyse_coalitions(engine: Engine) -> CoalitionStability:
    """Return the stability of every state for each of the 2**n - 1 coalitions.

    Raises
    ------
    TooManyStatesError
        If there are more feasible states than :func:`most_states` allows, or more than ``MOST_MAKERS``.

    References
    ----------
    InoharaHipel2008
    """
    movers = len(engine.payoffs)
    if movers > MOST_MAKERS:
        msg = (
            f"coalitions are compared for at most {MOST_MAKERS} decision makers, and there are {movers}: leave out "
            "whoever has nothing to decide at this date, or join those that always act together"
        )
        raise TooManyStatesError(msg)
    count, most = int(np.count_nonzero(engine.feasible)), most_states(movers)
    if count > most:
        msg = (
            f"coalitions are compared over at most {most} states with {movers} decision makers, and {count} are "
            "possible: leave out options that are settled at this date, or exclude what cannot be"
        )
        raise TooManyStatesError(msg)
    joint = JointMoves(engine)
    return CoalitionStability(
        joint, MappingProxyType({members: _stable(joint, members) for members in subsets(range(movers))})
    )


def _stable(joint: JointMoves, members: Members) -> Mapping[str, Bool]:
    coalition = Coalition(joint, members)
    found = {}
    for key, concept in shipped_for_coalitions().items():
        found[key] = np.zeros_like(joint.engine.feasible)
        found[key][joint.states] = concept.stable(coalition)
    return MappingProxyType(found)
