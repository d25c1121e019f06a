"""Great circles: the shortest way between two places on the globe."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from detente.methods.geography.globe import RADIUS

Float = npt.NDArray[np.float64]


def great_circle(one: npt.ArrayLike, other: npt.ArrayLike) -> Float:
    """Return the length of the great circle between places, as ``apart`` does of two [km].

    Parameters
    ----------
    one, other
        Longitude and latitude of places [degrees; shapes (..., 2) that fit each other].

    References
    ----------
    Sinnott1984
    """
    here, there = np.radians(one), np.radians(other)
    across, up = np.moveaxis((there - here) / 2, -1, 0)
    shrink = np.cos(here[..., 1]) * np.cos(there[..., 1])
    square = np.sin(up) ** 2 + shrink * np.sin(across) ** 2
    return np.asarray(2 * RADIUS * np.arcsin(np.sqrt(np.minimum(square, 1.0))))
