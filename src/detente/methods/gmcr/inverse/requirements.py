"""Requirements: what a decision maker must not prefer to a wanted state in order to stay there."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from detente.methods.gmcr.moves.sequences import Manner, search
from detente.methods.gmcr.states import TooManyStatesError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from detente.methods.gmcr.engines.engine import Engine
    from detente.methods.gmcr.stability.sanctions import Sanctions

Requirement: TypeAlias = tuple[tuple[int, ...], ...]
"""Alternatives, one of which is enough: each a set of states none of which may be preferred to the wanted one."""

MAX_ALTERNATIVES = 2048
"""The most alternatives of one decision maker that are compared with each other."""


def requirements(engine: Engine, i: int, sanctions: Sanctions | None, *, s: int) -> tuple[Requirement, ...]:
    """Return what DM ``i`` must not prefer to a feasible state in order to stay there, as few and short as can be.

    All requirements must be met. For each of its moves there is one: it does not prefer where the move leads,
    or one of the states that a sanction leads to and, where the sanction must be inescapable, none of those that
    it can go to from there. A requirement that follows from another one, and an alternative that asks more
    than another one, are left out.

    Parameters
    ----------
    sanctions
        What counts as a sanction of a move; ``None`` when none does. Whether a sanction is credible is judged by
        the others' payoffs as they are.

    Raises
    ------
    TooManyStatesError
        If there are more than ``MAX_ALTERNATIVES``.

    References
    ----------
    KinsaraKilgourHipel2015
    """
    found: list[Requirement] = []
    room = MAX_ALTERNATIVES
    for s1 in engine.moves(i, s).tolist():
        alternatives = set(_alternatives(engine, i, sanctions, s=s, s1=s1))
        room -= len(alternatives)
        if room < 0:
            msg = f"more than {MAX_ALTERNATIVES} alternatives would have to be compared"
            raise TooManyStatesError(msg)
        if frozenset() not in alternatives:
            found.append(_shortest(alternatives))
    return tuple(_strongest(found))


def _alternatives(engine: Engine, i: int, sanctions: Sanctions | None, *, s: int, s1: int) -> Iterator[frozenset[int]]:
    yield frozenset([s1])
    if sanctions is None:
        return
    manner = Manner.GAINING if sanctions.credible else Manner.ANY
    reach = search(engine, s1, {j: manner for j in range(len(engine.payoffs)) if j != i})
    for s2 in np.flatnonzero(reach.length.any(axis=0)).tolist():
        escapes = engine.moves(i, s2).tolist() if sanctions.inescapable else []
        yield frozenset([s2, *escapes]) - {s}  # nothing is preferred to itself


def _shortest(alternatives: Iterable[frozenset[int]]) -> Requirement:
    """Return the alternatives that do not ask more than another one, the shortest first."""
    kept: list[frozenset[int]] = []
    for each in sorted(set(alternatives), key=lambda states: (len(states), sorted(states))):
        if not any(other <= each for other in kept):
            kept.append(each)
    return tuple(tuple(sorted(each)) for each in kept)


def _strongest(several: Iterable[Requirement]) -> list[Requirement]:
    """Return the requirements that do not follow from another one."""
    kept: list[Requirement] = []
    for each in sorted(set(several), key=lambda requirement: (len(requirement), requirement)):
        if not any(_implies(other, each) for other in kept):
            kept = [other for other in kept if not _implies(each, other)] + [each]
    return kept


def _implies(one: Requirement, other: Requirement) -> bool:
    """Whether each way to meet ``one`` meets ``other``."""
    single = {states[0] for states in other if len(states) == 1}
    several = [set(states) for states in other if len(states) > 1]
    return all(not single.isdisjoint(more) or any(less <= set(more) for less in several) for more in one)
