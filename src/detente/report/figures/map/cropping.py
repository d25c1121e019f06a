"""Cropping: the middle of a map that is too broad for a narrow drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import cos, radians
from statistics import mean

from detente.findings.figures.map import Map, Ring


def cropped(spec: Map, broad: float) -> Map:
    """Return a map that is so many times as wide as high at most: what lies around the places that matter."""
    west, south, east, north = spec.window
    wide = broad * (north - south) / max(cos(radians((south + north) / 2)), 0.1)
    if east - west <= wide:
        return spec
    places = [each.lon for each in spec.places if each.important and west <= each.lon <= east]
    middle = min(max(mean(places) if places else (west + east) / 2, west + wide / 2), east - wide / 2)
    window = (middle - wide / 2, south, middle + wide / 2, north)
    land = tuple(tuple(_cut(_cut(ring, window[0], 1), window[2], -1) for ring in rings) for rings in spec.land)
    return replace(spec, window=window, land=tuple(tuple(ring for ring in rings if ring) for rings in land))


def _cut(ring: Sequence[tuple[float, float]], edge: float, side: int) -> Ring:
    """Return the part of a ring east of a meridian where ``side`` is 1, else west of it."""
    found: list[tuple[float, float]] = []
    for (lon, lat), (to_lon, to_lat) in pairwise([*ring, *ring[:1]]):
        here, there = (lon - edge) * side, (to_lon - edge) * side
        if here >= 0:
            found.append((lon, lat))
        if (here >= 0) != (there >= 0):
            found.append((edge, lat + here / (here - there) * (to_lat - lat)))
    return tuple(found)
