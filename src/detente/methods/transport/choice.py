"""Choice sets: the routes that cargo of each flow may reasonably take, in some world, at some costs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scipy.sparse import csr_array

    from detente.methods.transport.arrays import Bool, Float, Int
    from detente.methods.transport.network import Edges


class NoRouteError(Exception):
    """No route serves a flow.

    Attributes
    ----------
    flow, row
        Number of the flow, and of the first row of its query in which it has no route.
    """

    def __init__(self, flow: int, row: int) -> None:
        super().__init__(f"no route serves flow {flow} in row {row}")
        self.flow = flow
        self.row = row


@dataclass(frozen=True, slots=True, eq=False)
class Query:
    """Worlds and costs in which routes are looked for; the first row is the base.

    Attributes
    ----------
    weights
        What each feature costs; no edge may cost less than nothing. [shape (Q, F)]
    closed
        Whether each edge is closed. [shape (Q, E)]
    """

    weights: Float
    closed: Bool


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """What corridors are told apart by.

    Attributes
    ----------
    region
        Number of the region, such as the country, that each place lies in. [shape (P,)]
    gateway
        Whether each place is one of those that tell corridors apart. [shape (P,)]
    """

    region: Int
    gateway: Bool


@dataclass(frozen=True, slots=True, eq=False)
class ChoiceSet:
    """The alternatives of all flows: by flow, and within it by corridor.

    Attributes
    ----------
    flow
        The flow that each alternative serves, rising [shape (A,)].
    nest
        Number of its corridor, rising; no two flows share one [shape (A,)].
    uses
        How much of each feature there is along it. [shape (A, F)]
    edges
        1 for each edge along it. [shape (A, E)]
    steps
        The edges along it, in order.
    """

    flow: Int
    nest: Int
    uses: csr_array
    edges: csr_array
    steps: tuple[Int, ...]

    @classmethod
    def of(cls, edges: Edges, flow: Int, nest: Int, steps: Sequence[Int]) -> ChoiceSet:
        """Return the alternatives that some routes are; what is kept of a choice set elsewhere is enough for it."""
        raise NotImplementedError

    def closed(self, edges: Bool) -> Bool:
        """Return whether each alternative is closed [shape (A,)].

        Parameters
        ----------
        edges
            For each flow, whether each edge is closed to it. [shape (N, E)]
        """
        raise NotImplementedError

    def cost(self, coefficients: Float, closed: Bool) -> Float:
        """Return what each alternative costs in each draw; ``inf`` where it is closed [shape (A, D)].

        Parameters
        ----------
        coefficients
            What each feature costs. [shape (F, D)]
        closed
            Whether each alternative is closed [shape (A,)].
        """
        raise NotImplementedError


def choice_set(edges: Edges, ends: Int, queries: Sequence[Query], places: Places) -> ChoiceSet:
    """Return the routes that cargo of each flow may take in some row of its query.

    In each row the cheapest routes are found that visit no place twice. Of these count those that cost at most 1.6
    times as much as the cheapest one of the row, or at most 0.6 times the cheapest one of the base more than it. Two
    of them lie in one corridor where they pass the same regions and gateways in the same order. In a corridor one
    route stands for all that use the same modes in the same order: the cheapest in the base. Where it is closed in a
    row, and another one open, the cheapest in that row stands beside it. A flow has up to 80 alternatives, and more
    only where it takes them to serve every row: first those that are nearest to the cheapest of some row.

    Parameters
    ----------
    ends
        The places that each flow begins and ends at. [shape (N, 2)]
    queries
        For each flow.

    Raises
    ------
    NoRouteError
        If a flow has no route in a row.
    ValueError
        If an edge costs less than nothing.

    References
    ----------
    Yen1971, BenAkivaLerman1985, Jourquin2016
    """
    raise NotImplementedError
