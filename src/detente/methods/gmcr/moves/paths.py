"""Status quo analysis: which states can be reached from one, how soon, and who must move."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.methods.gmcr.moves.sequences import Manner, Reach, search

if TYPE_CHECKING:
    from detente.methods.gmcr.engines.engine import Engine


@dataclass(frozen=True, slots=True, eq=False)
class Paths:
    """The ways on from a state.

    Attributes
    ----------
    by_moves
        The shortest legal sequences of moves.
    by_improvements
        The shortest legal sequences in which every mover gains by its own move.
    least_reluctant
        The legal sequences with the fewest moves that their movers do not gain from; of these the shortest.
    """

    by_moves: Reach
    by_improvements: Reach
    least_reluctant: Reach


def paths_from(engine: Engine, start: int) -> Paths:
    """Return the ways on from a feasible state, however long, with everybody free to move.

    The search is by layers over pairs of a state and the last mover, so it finds the shortest ways and needs
    no limit on their length. The third kind is Detente's own: what getting out of an impasse asks of somebody.

    References
    ----------
    LiKilgourHipel2005
    """
    everybody = range(len(engine.payoffs))
    kinds = (Manner.ANY, Manner.GAINING, Manner.RELUCTANT)
    return Paths(*(search(engine, start, dict.fromkeys(everybody, manner)) for manner in kinds))


def paths_for(engine: Engine, start: int, *, willing: int) -> Reach:
    """Return the ways on in which nobody but one decision maker moves without a gain, and it as little as possible."""
    manners = dict.fromkeys(range(len(engine.payoffs)), Manner.GAINING)
    return search(engine, start, manners | {willing: Manner.RELUCTANT})
