"""How cargo spreads over its alternatives: the cheaper one of them is, the more of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.methods.transport.arrays import Float, Int


@dataclass(frozen=True, slots=True, eq=False)
class Shares:
    """What is chosen, and what having the choice is worth.

    Attributes
    ----------
    share
        Share of its flow's cargo that each alternative gets; 0 where a flow has none that is open. [shape (A, D)]
    logsum
        The cost of a single alternative that would be worth as much as having the choice; a fall is a gain. ``inf``
        where a flow has no alternative that is open. [shape (N, D)]
    """

    share: Float
    logsum: Float


def nested_logit(cost: Float, flow: Int, nest: Int, *, theta: Float, nesting: Float) -> Shares:
    """Return shares by the nested logit: corridors above, alternatives within a corridor below.

    Parameters
    ----------
    cost
        What each alternative costs; ``inf`` where it is closed. [shape (A, D)]
    flow
        The flow that each serves, rising; each flow has one at least. [shape (A,)]
    nest
        The corridor that each lies in, rising; no two flows share one. [shape (A,)]
    theta
        Scale of the choice between corridors [1 by unit of cost, above 0]. [shape (N, D)]
    nesting
        How alike the alternatives in a corridor are: the scale within it is ``theta / nesting``; at 1 this is the
        plain logit [above 0, at most 1]. [shape (D,)]

    References
    ----------
    BenAkivaLerman1985, Train2009, Jourquin2016
    """
    raise NotImplementedError


def corridor_logit(cost: Float, flow: Int, nest: Int, *, theta: Float) -> Shares:
    """Return shares by the plain logit between corridors, each of which stands for its cheapest alternative.

    Where several are cheapest the first one gets all of the corridor.

    Parameters
    ----------
    cost, flow, nest, theta
        As for ``nested_logit``.

    References
    ----------
    BenAkivaLerman1985
    """
    raise NotImplementedError
