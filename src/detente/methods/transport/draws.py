"""Draws of levers, each within its range."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from detente.methods.transport.arrays import Float


def lever_draws(low: Float, mode: Float, high: Float, uniforms: Float) -> Float:
    """Return draws of levers from the triangular distribution, or the uniform one where no mode is given.

    Parameters
    ----------
    low, high
        The range of each lever. [shape (n,)]
    mode
        Its likeliest value; ``nan`` where there is none. [shape (n,)]
    uniforms
        Random numbers in 0..1, as ``methods.uniforms`` makes them, turned over. [shape (D, n)]

    Returns
    -------
    Float
        Rising in ``uniforms``. [shape (D, n)]

    Raises
    ------
    ValueError
        If a range is not in order.
    """
    spread = high - low
    given = ~np.isnan(mode)
    if not (low <= high).all() or not ((low <= mode) & (mode <= high))[given].all():
        msg = "the low, likeliest and high values of a lever must be in order"
        raise ValueError(msg)
    with np.errstate(invalid="ignore", divide="ignore"):
        left = low + np.sqrt(uniforms * spread * (mode - low))
        right = high - np.sqrt((1 - uniforms) * spread * (high - mode))
        drawn = np.where(uniforms * spread < mode - low, left, right)
    return np.where(given, drawn, low + uniforms * spread)
