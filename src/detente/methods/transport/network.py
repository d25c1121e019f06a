"""The network that cargo moves through: places, and at each place the modes that serve it."""

from __future__ import annotations

from dataclasses import dataclass
from math import isqrt
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from detente.methods.transport.arrays import Bool, Float, Int


@dataclass(frozen=True, slots=True, eq=False)
class Edges:
    """Directed edges of the expanded network, in which a vertex is a place together with a mode.

    Each place also has a source, where cargo sets out, and a sink, where it arrives; they are the last vertices.

    Attributes
    ----------
    places
        How many places there are.
    place
        Place of each vertex. [shape (V,)]
    tail, head
        The vertices that each edge leads from and to. [shape (E,)]
    link
        Number of the link it runs along; -1 for changes of mode, setting out and arriving. [shape (E,)]
    mode
        Number of the mode of that link; -1 where there is none. [shape (E,)]
    features
        How much of each feature it uses. [shape (E, F)]
    """

    places: int
    place: Int
    tail: Int
    head: Int
    link: Int
    mode: Int
    features: csr_array

    def set_out(self, place: int) -> int:
        """Return the vertex at which cargo sets out from a place."""
        return len(self.place) - 2 * self.places + place

    def arrive(self, place: int) -> int:
        """Return the vertex at which cargo arrives at a place."""
        return len(self.place) - self.places + place

    def cost(self, weights: Float, closed: Bool) -> Float:
        """Return what each edge costs; ``inf`` where it is closed [shape (..., E)].

        Parameters
        ----------
        weights
            What each feature costs. [shape (..., F)]
        closed
            Whether each edge is closed. [shape (..., E)]
        """
        return np.where(closed, np.inf, (self.features @ weights.T).T)


def expand(ends: Int, modes: Int, *, places: int, along: tuple[csr_array, csr_array], changes: csr_array) -> Edges:
    """Return the network of places and modes that links make, each of them usable both ways.

    At a place cargo changes once at most, from one mode that it came by to another that it leaves by: never by way of
    a third, nor where it sets out or arrives.

    Parameters
    ----------
    ends
        The places that each link joins. [shape (L, 2)]
    modes
        Number of the mode of each link. [shape (L,)]
    places
        How many places there are.
    along
        The features of each link from its first end to its second, and from its second to its first.
        [each shape (L, F)]
    changes
        The features of changing from mode ``m`` to mode ``n`` in row ``m * M + n``; in row ``m * M + m`` those of
        setting out by mode ``m``. [shape (M * M, F)]

    Raises
    ------
    ValueError
        If the shapes disagree, or a link joins a place with itself.

    References
    ----------
    JourquinBeuthe1996
    """
    from scipy.sparse import csr_array, vstack

    count = isqrt(changes.shape[0])
    _check(ends, modes, along, changes)
    stops = _Stops.of(ends, modes, count, places)
    near, far = stops.at(ends[:, 0], modes), stops.at(ends[:, 1], modes)
    before, behind = stops.changes()
    split, every = np.flatnonzero(stops.leave != stops.reach), np.arange(len(stops.place))
    mode = stops.mode
    last = stops.vertices
    parts = (  # tail, head, features
        (stops.leave[near], stops.reach[far], along[0]),
        (stops.leave[far], stops.reach[near], along[1]),
        (stops.reach[before], stops.leave[behind], changes[mode[before] * count + mode[behind]]),
        (stops.reach[split], stops.leave[split], csr_array((len(split), changes.shape[1]))),
        (last + stops.place, stops.leave, changes[mode * count + mode]),
        (stops.reach, last + places + stops.place, csr_array((len(every), changes.shape[1]))),
    )
    rest = np.full(sum(len(tail) for tail, _, _ in parts[2:]), -1)
    links = np.arange(len(modes))
    return Edges(
        places,
        place=np.concatenate([stops.place, stops.place[split], np.arange(places), np.arange(places)]),
        tail=np.concatenate([tail for tail, _, _ in parts]),
        head=np.concatenate([head for _, head, _ in parts]),
        link=np.concatenate([links, links, rest]),
        mode=np.concatenate([modes, modes, rest]),
        features=csr_array(vstack([features for _, _, features in parts], format="csr")),
    )


def _check(ends: Int, modes: Int, along: tuple[csr_array, csr_array], changes: csr_array) -> None:
    count, links = isqrt(changes.shape[0]), len(modes)
    wanted = (links, changes.shape[1])
    if ends.shape != (links, 2) or any(each.shape != wanted for each in along) or count**2 != changes.shape[0]:
        msg = f"shapes disagree: ends {ends.shape}, along {[each.shape for each in along]}, changes {changes.shape}"
        raise ValueError(msg)
    if (ends[:, 0] == ends[:, 1]).any():
        msg = "a link joins a place with itself"
        raise ValueError(msg)
    if links and not 0 <= modes.min() <= modes.max() < count:
        msg = f"modes are numbered from 0 to {count - 1}"
        raise ValueError(msg)


@dataclass(frozen=True, slots=True, eq=False)
class _Stops:
    """Each mode at each place that it serves, in rising order of places.

    Where several modes meet a stop is two vertices: cargo changes from the one that it came in at to one that it leaves
    from.

    Attributes
    ----------
    place, mode
        Where, and which. [each shape (S,)]
    leave, reach
        The vertices that cargo leaves from and comes in at. [each shape (S,)]
    modes
        How many modes there are.
    """

    place: Int
    mode: Int
    leave: Int
    reach: Int
    modes: int

    @classmethod
    def of(cls, ends: Int, modes: Int, count: int, places: int) -> _Stops:
        place, mode = np.divmod(np.unique(ends * count + modes[:, None]), count)
        leave = np.arange(len(place))
        split = np.bincount(place, minlength=places)[place] > 1
        reach = np.where(split, len(place) + np.cumsum(split) - 1, leave)
        return cls(place, mode, leave, reach, count)

    @property
    def vertices(self) -> int:
        """How many vertices they are."""
        return len(self.place) + int((self.leave != self.reach).sum())

    def at(self, place: Int, mode: Int) -> Int:
        """Return the stops of some modes at some places."""
        return np.searchsorted(self.place * self.modes + self.mode, place * self.modes + mode)

    def changes(self) -> tuple[Int, Int]:
        """Return the stops between which cargo can change, either way."""
        pairs = [np.flatnonzero(self.place[step:] == self.place[:-step]) for step in range(1, self.modes)]
        one = np.concatenate([np.empty(0, np.int64), *pairs])
        other = np.concatenate([np.empty(0, np.int64), *(found + step for step, found in enumerate(pairs, 1))])
        return np.concatenate([one, other]), np.concatenate([other, one])
