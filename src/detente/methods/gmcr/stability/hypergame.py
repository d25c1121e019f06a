"""Hypergames: a conflict in which decision makers act on models of their own.

Each decision maker (DM) acts on a game of its own, which may differ from the others' in what can be, in the moves and
in anybody's preferences. It stays at a state if it stays there in its own game. Where every DM stays so, the state is
an equilibrium of the first-level hypergame; it need not be one of any single game. One game lends the states their
numbers; that puts it above none of the others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool, States
    from detente.methods.gmcr.engines.engine import Engine
    from detente.methods.gmcr.stability.analysis import Stability


@dataclass(frozen=True, slots=True, eq=False)
class PerceivedGame:
    """The conflict as one DM reads it.

    Attributes
    ----------
    engine, stability
        Its own model, and what is stable in it.
    place
        The number in that model of each state of the game that lends the numbers; -1 where its model has none or holds
        it to be impossible. [shape (S,)]
    """

    engine: Engine
    stability: Stability
    place: States

    def project(self, own: Bool) -> Bool:
        """Return truth values over the states of the game as ones over those that lend the numbers [shape (S,)]."""
        return np.asarray((self.place >= 0) & own[self.place])


@dataclass(frozen=True, slots=True, eq=False)
class Hypergame:
    """Where each DM stays by its own reading.

    Attributes
    ----------
    feasible
        The states that can be in every game. [shape (S,)]
    stable
        ``stable[key][i, s]``: DM ``i`` stays at ``s`` in its own game; false where ``s`` is not in ``feasible``.
        [each shape (n_dm, S)]
    equilibria
        The states at which every DM stays in its own game, ascending [each shape (k,)].
    """

    feasible: Bool
    stable: Mapping[str, Bool]
    equilibria: Mapping[str, States]

    def only_seen(self, stability: Stability) -> Mapping[str, States]:
        """Return the equilibria that are none in a game with the same numbers."""
        found = {
            key: np.setdiff1d(states, stability.equilibria[key], assume_unique=True)
            for key, states in self.equilibria.items()
        }
        return MappingProxyType(found)

    def lost(self, stability: Stability) -> Mapping[str, States]:
        """Return the equilibria of a game with the same numbers that somebody leaves, or rules out, in its own."""
        found = {
            key: np.setdiff1d(stability.equilibria[key], states, assume_unique=True)
            for key, states in self.equilibria.items()
        }
        return MappingProxyType(found)


def combine(feasible: Bool, games: Sequence[PerceivedGame]) -> Hypergame:
    """Return the first-level hypergame of one game for each DM.

    Parameters
    ----------
    feasible
        The states that can be in the game that lends the numbers. [shape (S,)]
    games
        The game that each DM acts on, in the order of the DMs.

    Raises
    ------
    ValueError
        If there are not as many games as DMs, or a game does not place every state.

    References
    ----------
    Bennett1977, WangHipelFraser1988, AljefriBasharFangHipel2018
    """
    for game in games:
        if len(game.engine.payoffs) != len(games) or game.place.shape != feasible.shape:
            shape = (len(game.engine.payoffs), game.place.size)
            msg = f"{len(games)} perceived games of {feasible.size} states, but one has (DMs, placed states) {shape}"
            raise ValueError(msg)
    shared = np.logical_and.reduce([feasible, *(game.project(game.engine.feasible) for game in games)])
    keys = games[0].stability.stable if games else ()
    stable = {
        key: shared & np.array([game.project(game.stability.stable[key][i]) for i, game in enumerate(games)])
        for key in keys
    }
    equilibria = {key: np.flatnonzero(rows.all(axis=0)) for key, rows in stable.items()}
    return Hypergame(shared, MappingProxyType(stable), MappingProxyType(equilibria))


def surprises(engine: Engine, game: PerceivedGame, j: int, *, s: int) -> States:
    """Return where DM ``j`` can move from ``s`` though the game knows of no such move, ascending [shape (k,)].

    Parameters
    ----------
    engine
        The conflict under one reading.
    game
        The same under another; its places are those of the first's states.
    j
        Who moves.
    s
        A state that can be under the first.
    """
    reached = engine.moves(j, s)
    place = int(game.place[s])
    known = game.engine.moves(j, place) if place >= 0 else reached[:0]
    return reached[~np.isin(game.place[reached], known)]
