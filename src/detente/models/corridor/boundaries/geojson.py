"""GeoJSON: the outlines that a case brings itself."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from detente.methods.geography.great_circle import Float
from detente.models.corridor.boundaries.outlines import Outline, Outlines

_CODES = ("country", "iso_a2", "ISO_A2")


class BoundaryError(ValueError):
    """A text that is no GeoJSON with outlines.

    Attributes
    ----------
    line, column
        Where the fault is, from 1; the first character where it is not one of the text's form.
    """

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.line, self.column = line, column


def read_geojson(data: bytes, source: str) -> Outlines:
    """Return the outlines of a GeoJSON text: a collection of polygons and multipolygons.

    A feature belongs to the country whose ISO 3166-1 alpha-2 code its property ``country`` or ``iso_a2`` says, or its
    ``id``.

    Parameters
    ----------
    source
        What to call the file in a sentence.

    Raises
    ------
    BoundaryError
        If it is something else.

    References
    ----------
    ButlerEtal2016
    """
    tree = _parsed(data)
    if not isinstance(tree, dict) or tree.get("type") != "FeatureCollection":
        raise BoundaryError("expected a GeoJSON object of the type FeatureCollection")
    features = tree.get("features")
    if not isinstance(features, list) or not features:
        raise BoundaryError("features: expected a list with at least one feature")
    parts = tuple(_outline(feature, f"features[{number}]") for number, feature in enumerate(features))
    _tell_twice(parts)
    return Outlines(source, parts, hashlib.sha256(data).hexdigest())


def _tell_twice(parts: Sequence[Outline]) -> None:
    """Raise an error where a country has the same outline twice: what both hold would count as outside."""
    seen: dict[tuple[str, bytes], int] = {}
    for number, part in enumerate(parts):
        for ring in part.rings if part.country else ():
            first = seen.setdefault((part.country or "", ring.tobytes()), number)
            if first != number:
                raise BoundaryError(f"features[{number}]: the outline of {part.country} is that of features[{first}]")


def _parsed(data: bytes) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BoundaryError("the file is not UTF-8", data.count(b"\n", 0, error.start) + 1) from error
    except json.JSONDecodeError as error:
        raise BoundaryError(f"not valid JSON: {error.msg}", error.lineno, error.colno) from error
    except (RecursionError, ValueError) as error:
        raise BoundaryError("it is nested too deeply, or has a number with thousands of digits") from error


def _outline(feature: Any, place: str) -> Outline:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        raise BoundaryError(f"{place}: expected an object of the type Feature")
    return Outline(_country(feature, place), tuple(_rings(feature.get("geometry"), f"{place}.geometry")))


def _country(feature: dict[str, Any], place: str) -> str | None:
    """Return the first code that a feature gives; ``None`` for land that is drawn as no country's."""
    properties = feature.get("properties")
    given = [properties.get(key) for key in _CODES] if isinstance(properties, dict) else []
    if given and isinstance(given[0], str) and not re.fullmatch("[A-Z]{2}", given[0]):
        raise BoundaryError(f"{place}.properties.country: expected a code of two capital letters, as in 'CH'")
    codes = (code for code in (*given, feature.get("id")) if isinstance(code, str) and re.fullmatch("[A-Z]{2}", code))
    return next(codes, None)


def _rings(geometry: Any, place: str) -> Iterator[Float]:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise BoundaryError(f"{place}: expected a Polygon or a MultiPolygon")
    polygons, place = geometry.get("coordinates"), f"{place}.coordinates"
    for polygon, where in _each([polygons] if kind == "Polygon" else polygons, place, several=kind != "Polygon"):
        for ring, at in _each(polygon, where):
            yield _ring(ring, at)


def _each(found: Any, place: str, *, several: bool = True) -> Iterator[tuple[Any, str]]:
    """Yield the members of a list with the place of each; without a number where it is not ``several``."""
    if not isinstance(found, list) or not found:
        raise BoundaryError(f"{place}: expected a list")
    for number, each in enumerate(found):
        yield each, f"{place}[{number}]" if several else place


def _ring(found: Any, place: str) -> Float:
    corners = [_corner(each, where) for each, where in _each(found, place)]
    if len(corners) < 4 or corners[0] != corners[-1]:
        raise BoundaryError(f"{place}: a ring has at least four positions, and the last one is the first one again")
    return np.array(corners, dtype=np.float64)


def _corner(found: Any, place: str) -> tuple[float, float]:
    match found:
        case [int() | float() as lon, int() | float() as lat, *_] if bool not in (type(lon), type(lat)):
            if abs(lon) <= 180 and abs(lat) <= 90:
                return float(lon), float(lat)
            raise BoundaryError(f"{place}: no place on the globe; GeoJSON has the longitude first, in degrees")
    raise BoundaryError(f"{place}: expected a longitude and a latitude")
