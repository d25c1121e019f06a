"""How cargo spreads over its alternatives: the cheaper one of them is, the more of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from detente.methods.transport.arrays import Float, Int


_ALIKE = 1e-9
"""Routes whose costs differ by no larger part of them cost the same: adding up the same numbers may do that much."""


@dataclass(frozen=True, slots=True, eq=False)
class Shares:
    """What is chosen, and what having the choice is worth.

    Attributes
    ----------
    share
        Share of its flow's cargo that each route gets; 0 where a flow has none that is open. [shape (A, D)]
    logsum
        The cost of a single alternative that would be worth as much as having the choice; a fall is a gain. ``inf``
        where a flow has no alternative that is open. [shape (N, D)]
    """

    share: Float
    logsum: Float


class Tree(NamedTuple):
    """What routes are chosen among, from the top.

    Attributes
    ----------
    flow
        The flow that each serves, rising from 0; each flow has one at least. [shape (A,)]
    nest
        The corridor that each lies in, rising; no two flows share one. [shape (A,)]
    kind
        The alternative that each is a route of, rising; no two corridors share one. [shape (A,)]
    """

    flow: Int
    nest: Int
    kind: Int


def nested_logit(cost: Float, tree: Tree, *, theta: Float, nesting: Float) -> Shares:
    """Return shares by the nested logit: corridors above, alternatives within a corridor below.

    An alternative costs what the cheapest of its routes costs, which gets all of it; several get like parts.

    Parameters
    ----------
    cost
        What each route costs; ``inf`` where it is closed. [shape (A, D)]
    tree
        What routes are chosen among.
    theta
        Scale of the choice between corridors [1 by unit of cost, above 0]. [shape (N, D)]
    nesting
        How alike the alternatives in a corridor are: the scale within it is ``theta / nesting``; at 1 this is the
        plain logit [above 0, at most 1]. [shape (D,)]

    References
    ----------
    BenAkivaLerman1985, Train2009, Jourquin2016, Jourquin2019
    """
    first = np.flatnonzero(np.diff(tree.kind, prepend=-1))
    of_kind = np.cumsum(np.diff(tree.kind, prepend=-1) != 0) - 1
    least = np.minimum.reduceat(cost, first)
    nests, flows, of_nest, of_flow = _begins(tree.flow[first], tree.nest[first])
    inside, lower = _logit(least, theta[of_flow] / nesting, nests, of_nest)
    between, logsum = _logit(lower, theta, flows, of_flow)
    share = inside * between[of_nest]
    return Shares(_spread(cost, least, first, of_kind) * share[of_kind], logsum)


def corridor_logit(cost: Float, flow: Int, nest: Int, *, theta: Float) -> Shares:
    """Return shares by the plain logit between corridors, each of which stands for its cheapest alternative.

    Where several are cheapest they get like parts of the corridor.

    Parameters
    ----------
    cost, flow, nest, theta
        As for ``nested_logit`` and its tree.

    References
    ----------
    BenAkivaLerman1985
    """
    nests, flows, of_nest, of_flow = _begins(flow, nest)
    lower = np.minimum.reduceat(cost, nests)
    between, logsum = _logit(lower, theta, flows, of_flow)
    return Shares(_spread(cost, lower, nests, of_nest) * between[of_nest], logsum)


def _spread(cost: Float, least: Float, starts: Int, group: Int) -> Float:
    """Return which part of a group's cargo each route gets: like parts for all that cost least [shape of ``cost``].

    Parameters
    ----------
    cost
        What each route costs; ``inf`` where it is closed. [shape (A, D)]
    least
        What the cheapest of each group costs. [shape (groups, D)]
    starts, group
        The first route of each group [shape (groups,)], and the group of each [shape (A,)].
    """
    found = np.asarray(np.isfinite(cost), dtype=np.float64)
    beside = np.diff(np.append(starts, len(cost))) > 1
    if beside.any():
        some = np.flatnonzero(beside[group])
        own = np.cumsum(beside)[group[some]] - 1
        lowest = least[beside]
        bound = lowest + _ALIKE * np.maximum(np.abs(lowest), 1.0)
        alike = np.isfinite(cost[some]) & (cost[some] <= bound[own])
        several = np.add.reduceat(alike, np.flatnonzero(np.diff(own, prepend=-1)), axis=0, dtype=np.int64)
        found[some] = alike / np.maximum(several, 1)[own]
    return found


def _begins(flow: Int, nest: Int) -> tuple[Int, Int, Int, Int]:
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
