"""The outlines of all countries as arrays, to draw them."""

from __future__ import annotations

import hashlib
from functools import cache

import numpy as np

from detente.methods.geography.great_circle import Float
from detente.models.corridor.boundaries.natural_earth.topology import FILE, countries, topology
from detente.models.corridor.boundaries.outlines import Outline, Outlines


@cache
def natural_earth() -> Outlines:
    """Return the countries of the world at a scale of 1:50 million."""
    scale, start = (np.array(topology()["transform"][key]) for key in ("scale", "translate"))
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + start for arc in topology()["arcs"]]
    parts = tuple(Outline(code, tuple(_ring(arcs, numbers) for numbers in rings)) for code, rings in countries())
    return Outlines("Natural Earth", parts, hashlib.sha256(FILE.read_bytes()).hexdigest())


def _ring(arcs: list[Float], numbers: list[int]) -> Float:
    """Return a ring from its arcs, as ``topology`` joins them."""
    pieces = [arcs[number] if number >= 0 else arcs[~number][::-1] for number in numbers]
    return np.concatenate([piece[:-1] for piece in pieces] + [pieces[-1][-1:]])
