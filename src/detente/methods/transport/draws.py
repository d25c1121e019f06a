"""Draws of levers, each within its range."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    raise NotImplementedError
