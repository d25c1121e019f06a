"""How cargo spreads over its alternatives: the cheaper one of them is, the more of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

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
        The flow that each serves, rising from 0; each flow has one at least. [shape (A,)]
    nest
        The corridor that each lies in, rising; no two flows share one. [shape (A,)]
    theta
        Scale of the choice between corridors [1 by unit of cost, above 0]. [shape (N, D)]
    nesting
        How alike the alternatives in a corridor are: the scale within it is ``theta / nesting``; at 1 this is the
        plain logit [above 0, at most 1]. [shape (D,)]

    References
    ----------
    BenAkivaLerman1985, Train2009, Jourquin2016, Jourquin2019
    """
    nests, flows, of_nest, of_flow = _tree(flow, nest)
    inside, lower = _logit(cost, theta[of_flow] / nesting, nests, of_nest)
    between, logsum = _logit(lower, theta, flows, of_flow)
    return Shares(inside * between[of_nest], logsum)


def corridor_logit(cost: Float, flow: Int, nest: Int, *, theta: Float) -> Shares:
    """Return shares by the plain logit between corridors, each of which stands for its cheapest alternative.

    Where several are cheapest they get like parts of the corridor.

    Parameters
    ----------
    cost, flow, nest, theta
        As for ``nested_logit``.

    References
    ----------
    BenAkivaLerman1985
    """
    nests, flows, of_nest, of_flow = _tree(flow, nest)
    lower = np.minimum.reduceat(cost, nests)
    between, logsum = _logit(lower, theta, flows, of_flow)
    cheapest = cost == lower[of_nest]
    return Shares(cheapest / np.add.reduceat(cheapest, nests, dtype=np.int64)[of_nest] * between[of_nest], logsum)


def _tree(flow: Int, nest: Int) -> tuple[Int, Int, Int, Int]:
    """Return where nests and flows begin, and which of them each alternative and each nest lies in.

    Returns
    -------
    tuple
        The first alternative of each nest [shape (C,)], the first nest of each flow [shape (N,)], the place of its
        nest for each alternative [shape (A,)], and that of its flow for each nest [shape (C,)].
    """
    begins = np.diff(nest, prepend=-1) != 0
    nests = np.flatnonzero(begins)
    first = np.diff(flow[nests], prepend=-1) != 0
    return nests, np.flatnonzero(first), np.cumsum(begins) - 1, np.cumsum(first) - 1


def _logit(cost: Float, scale: Float, starts: Int, group: Int) -> tuple[Float, Float]:
    """Return the shares of a plain logit in each group, and its logsum as a cost.

    Parameters
    ----------
    cost
        ``inf`` where closed. [shape (n, D)]
    scale
        Of each group. [shape (groups, D)]
    starts, group
        The first member of each group [shape (groups,)], and the group of each member [shape (n,)].
    """
    least = np.minimum.reduceat(cost, starts)
    is_open = np.isfinite(least)
    floor = np.where(is_open, least, 0)
    weight = np.exp(scale[group] * (floor[group] - cost))
    total = np.where(is_open, np.add.reduceat(weight, starts), 1)
    return weight / total[group], np.where(is_open, floor - np.log(total) / scale, np.inf)
