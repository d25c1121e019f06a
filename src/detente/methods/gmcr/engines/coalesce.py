"""Coalescing: several states of a conflict in option form become one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.engines.graph_form import GraphForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.methods.gmcr.arrays import Bool, States
    from detente.methods.gmcr.engines.option_form import OptionForm


class CoalesceError(ValueError):
    """States that cannot become one.

    Attributes
    ----------
    message
        What is wrong.
    group
        The place in the list of groups, from 0, of the group at fault.
    maker
        Who prefers one of its states to another, from 0; ``None`` when that is not the fault.
    """

    def __init__(self, message: str, group: int, *, maker: int | None = None) -> None:
        super().__init__(message, group)
        self.message = message
        self.group = group
        self.maker = maker

    def __str__(self) -> str:
        return self.message


@dataclass(frozen=True, slots=True, eq=False)
class Coalesced:
    """A conflict after coalescing.

    Attributes
    ----------
    engine
        The conflict in graph form.
    members
        For each of its states, the feasible states it stands for, ascending; the states themselves are in
        the order of their first members. [length S, each shape (k,)]
    place
        The new state of each old one, -1 if infeasible. [shape (2**n,)]
    """

    engine: GraphForm
    members: tuple[States, ...]
    place: States

    @property
    def firsts(self) -> States:
        """The first state that each new state stands for [shape (S,)]."""
        return np.array([states[0] for states in self.members], dtype=np.intp)


def coalesce(conflict: OptionForm, groups: Sequence[Bool]) -> Coalesced:
    """Merge the feasible states of each group into one state, whose moves are all its members' moves.

    Parameters
    ----------
    conflict
        The conflict in option form.
    groups
        The states to merge; without groups the conflict only changes its form. [each shape (2**n,)]

    Raises
    ------
    CoalesceError
        If two groups share a feasible state, or someone prefers one state of a group to another.
    TooManyStatesError
        If the conflict has too many moves to list.
    """
    first = _first_members(conflict, groups)
    states = np.flatnonzero(conflict.feasible)
    kept, group = np.unique(first[states], return_inverse=True)
    place = np.full(first.size, -1, dtype=np.intp)
    place[states] = group
    by_group = states[np.argsort(group, kind="stable")]
    members = tuple(np.split(by_group, np.cumsum(np.bincount(group))[:-1]))[: kept.size]
    arcs = tuple(_between(place[conflict.arcs(i)]) for i in range(len(conflict.payoffs)))
    return Coalesced(GraphForm(arcs, conflict.payoffs[:, kept]), members, place)


def _first_members(conflict: OptionForm, groups: Sequence[Bool]) -> States:
    """Return the state that stands for each state: the lowest of its group, or itself [shape (2**n,)]."""
    first = np.arange(conflict.feasible.size)
    taken = np.zeros(first.size, dtype=np.bool_)
    for number, group in enumerate(groups):
        members = np.flatnonzero(group & conflict.feasible)
        if taken[members].any():
            both = members[taken[members]][0]
            msg = f"state {both} is in two groups: make one of them narrower, or join them"
            raise CoalesceError(msg, number)
        unequal = np.flatnonzero(np.ptp(conflict.payoffs[:, members], axis=1)) if members.size else members
        if unequal.size:
            msg = f"decision maker {unequal[0]} prefers some of these states to others: they must tie to merge"
            raise CoalesceError(msg, number, maker=int(unequal[0]))
        taken[members] = True
        first[members] = members[:1]
    return first


def _between(arcs: States) -> States:
    """Return the distinct moves that lead from one state to another [shape (m, 2)]."""
    return np.unique(arcs[arcs[:, 0] != arcs[:, 1]], axis=0)
