"""The window of the map: what lies around the links in dispute."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, radians
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from detente.methods.geography.great_circle import great_circle

if TYPE_CHECKING:
    from detente.case.corridor import Node
    from detente.lenses.corridor.map.pairs import Pair
    from detente.methods.geography.great_circle import Float
    from detente.models.corridor.boundaries.outlines import Window

_PLACES = 34
"""How many places the map shows at most, the nearest to the links in dispute."""

_MARGIN, _LEAST = 0.05, 0.3
"""Room around them, as a share of what they span, and at least so much [degrees]."""

_BROAD = 2.2
"""How many times as wide as high the window is at least."""

Nodes: TypeAlias = "Mapping[str, Node]"


def window_of(pairs: Sequence[Pair], nodes: Nodes) -> Window:
    """Return the window around the places that are nearest to links in dispute; around all where nothing is in dispute.

    Raises
    ------
    ValueError
        If there are no places.
    """
    ends = [end for pair in pairs if pair.disputed for end in pair.ends]
    all_ = positions(nodes, nodes)
    found = all_
    if ends:
        far = great_circle(all_[:, None], positions(nodes, ends)[None]).min(axis=1)
        found = all_[np.argsort(far, kind="stable")[:_PLACES]]
    (west, south), (east, north) = found.min(axis=0).tolist(), found.max(axis=0).tolist()
    up = max(_MARGIN * (north - south), _LEAST)
    broad = _BROAD * (north - south + 2 * up) / cos(radians((south + north) / 2))
    across = max(_MARGIN * (east - west), _LEAST, (broad - (east - west)) / 2)
    return max(west - across, -180.0), max(south - up, -89.0), min(east + across, 180.0), min(north + up, 89.0)


def positions(nodes: Nodes, ids: Sequence[str] | Nodes) -> Float:
    """Return longitude and latitude of places [degrees; shape (P, 2)]."""
    return np.array([(nodes[name].lon, nodes[name].lat) for name in ids], dtype=np.float64).reshape(-1, 2)
