"""The file of outlines as it is: names, and the rings of one country after the other, without arrays."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from detente.methods.geography.globe import Land, Spot

_FOLDER = Path(__file__).parent
FILE = _FOLDER / "countries-50m.json"
"""The outlines of the world's countries at a scale of 1:50 million."""

_UNNUMBERED = {"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"}


@cache
def country_names() -> dict[str, str]:
    """Return the names of countries by their ISO 3166-1 alpha-2 codes, some of them shortened."""
    codes, found = _codes(), topology()["objects"]["countries"]["geometries"]
    return {code: each["properties"]["name"] for each in found if (code := codes.get(each.get("id", "")))}


@cache
def topology() -> dict[str, Any]:
    """Return what the file holds: arcs in whole steps from one corner to the next, and which of them a ring has."""
    found: dict[str, Any] = json.loads(FILE.read_bytes())
    return found


def countries() -> Iterator[tuple[str | None, list[list[int]]]]:
    """Yield the code of each country, where it has one, and the numbers of the arcs of each of its rings."""
    codes = _codes()
    for each in topology()["objects"]["countries"]["geometries"]:
        code = codes.get(each.get("id", ""), _UNNUMBERED.get(each["properties"]["name"]))
        polygons = each["arcs"] if each["type"] == "MultiPolygon" else [each["arcs"]]
        yield code, [ring for polygon in polygons for ring in polygon]


@cache
def land_of(country: str) -> Land:
    """Return what a country is drawn as; nothing where the file does not have it."""
    return Land.of(_ring(numbers) for code, rings in countries() if code == country for numbers in rings)


def _ring(numbers: list[int]) -> list[Spot]:
    """Return a ring from its arcs, each of which begins where the last one ends; below 0 they run backwards."""
    found: list[Spot] = []
    for number in numbers:
        corners = _arc(number if number >= 0 else ~number)
        found = found[:-1] + (corners if number >= 0 else corners[::-1])
    return found


def _arc(number: int) -> list[Spot]:
    transform = topology()["transform"]
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    across, up = (accumulate(each) for each in zip(*topology()["arcs"][number], strict=True))
    return [(x * wide + west, y * high + south) for x, y in zip(across, up, strict=True)]


def _codes() -> dict[str, str]:
    found: dict[str, str] = json.loads((_FOLDER / "codes.json").read_text("utf-8"))
    return found
