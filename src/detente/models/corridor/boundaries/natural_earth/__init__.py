"""Natural Earth: the outlines that come with the program, from the npm package ``world-atlas``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from detente.methods.geography.great_circle import Float
from detente.models.corridor.boundaries.outlines import Outline, Outlines

_FOLDER = Path(__file__).parent
_UNNUMBERED = {"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"}


@cache
def country_names() -> dict[str, str]:
    """Return the names of countries by their ISO 3166-1 alpha-2 codes, some of them shortened."""
    topology, codes = json.loads((_FOLDER / "countries-50m.json").read_bytes()), _codes()
    found = topology["objects"]["countries"]["geometries"]
    return {code: each["properties"]["name"] for each in found if (code := codes.get(each.get("id", "")))}


def _codes() -> dict[str, str]:
    found: dict[str, str] = json.loads((_FOLDER / "codes.json").read_text("utf-8"))
    return found


@cache
def natural_earth() -> Outlines:
    """Return the countries of the world at a scale of 1:50 million."""
    data = (_FOLDER / "countries-50m.json").read_bytes()
    topology = json.loads(data)
    codes = _codes()
    arcs = _arcs(topology)
    parts = tuple(
        Outline(
            codes.get(found.get("id", ""), _UNNUMBERED.get(found["properties"]["name"])),
            tuple(_ring(arcs, numbers) for numbers in _numbers(found)),
        )
        for found in topology["objects"]["countries"]["geometries"]
    )
    return Outlines("Natural Earth", parts, hashlib.sha256(data).hexdigest())


def _arcs(topology: dict[str, Any]) -> list[Float]:
    """Return the corners of every arc [degrees]: the file has whole steps from one to the next."""
    scale, start = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    return [np.cumsum(np.array(arc), axis=0) * scale + start for arc in topology["arcs"]]


def _numbers(found: dict[str, Any]) -> Iterator[list[int]]:
    """Yield the numbers of the arcs of each ring of a geometry."""
    polygons = found["arcs"] if found["type"] == "MultiPolygon" else [found["arcs"]]
    for polygon in polygons:
        yield from polygon


def _ring(arcs: list[Float], numbers: list[int]) -> Float:
    """Return a ring from its arcs, each of which begins where the last one ends; below 0 they run backwards."""
    pieces = [arcs[number] if number >= 0 else arcs[~number][::-1] for number in numbers]
    return np.concatenate([piece[:-1] for piece in pieces] + [pieces[-1][-1:]])
