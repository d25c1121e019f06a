"""The network that cargo moves through: places, and at each place the modes that serve it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
        raise NotImplementedError


def expand(ends: Int, modes: Int, *, places: int, along: tuple[csr_array, csr_array], changes: csr_array) -> Edges:
    """Return the network of places and modes that links make, each of them usable both ways.

    Where more than two modes meet, cargo changes once at most: from one mode to another, never by way of a third.

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
    raise NotImplementedError
