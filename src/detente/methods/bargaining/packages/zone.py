"""The zone of possible agreement: packages that are worth no less than no deal to everybody."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from detente.methods.bargaining.packages.space import Mask, Numbers, Packages, snap


def gains(utilities: Numbers, batna: Numbers) -> Numbers:
    """Return by how much each package beats each party's best alternative to it.

    Parameters
    ----------
    utilities
        Of every package to each party. [shape (..., parties, packages)]
    batna
        Utility of its best alternative to each party. [shape (..., parties)]

    Returns
    -------
    Numbers
        Negative where the alternative is better. [shape (..., parties, packages)]
    """
    return snap(utilities - batna[..., np.newaxis])


def zone(gains: Numbers) -> Mask:
    """Return which packages nobody has a better alternative to [shape (..., packages)]."""
    return np.asarray((gains >= 0).all(axis=-2))


def slack(gains: Numbers) -> Numbers:
    """Return what the party that gains least can gain at most: negative where the zone is empty [shape (...)].

    It says how far the zone is open: all alternatives may improve by as much and one package still stays in it.
    """
    return np.asarray(gains.min(axis=-2).max(axis=-1))


class Blocking(NamedTuple):
    """Who stands in the way of how many packages.

    Attributes
    ----------
    accepts
        How many packages each party does not refuse. [shape (parties,)]
    alone
        How many packages each party alone stands in the way of. [shape (parties,)]
    """

    accepts: Packages
    alone: Packages


def blocking(refused: Mask) -> Blocking:
    """Return who stands in the way of how many packages.

    Parameters
    ----------
    refused
        Which packages each party refuses. [shape (parties, packages)]
    """
    alone = refused & (refused.sum(axis=0) == 1)
    return Blocking((~refused).sum(axis=1), alone.sum(axis=1))
