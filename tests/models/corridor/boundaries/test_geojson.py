"""Outlines of a case: what is read, and what is refused in words."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import numpy as np
import pytest

from detente.models.corridor.boundaries.geojson import BoundaryError, read_geojson

RING = [[0, 0], [4, 0], [4, 4.5], [0, 0]]
RING_RULE = "a ring has at least four positions, and the last one is the first one again"
HOLE = [[1, 1], [2, 1], [2, 2], [1, 1]]


def collection(*features: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features)}).encode()


def feature(coordinates: Any, kind: str = "Polygon", **more: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": {}, "geometry": {"type": kind, "coordinates": coordinates}, **more}


def test_polygons_and_their_countries() -> None:
    data = collection(
        feature([RING, HOLE], properties={"country": "AM"}),
        feature([[RING], [[[9, 9, 100], *RING, [9, 9, 100]]]], "MultiPolygon", properties={"ISO_A2": "-99"}, id="GE"),
        feature([RING], properties=None),
    )
    found = read_geojson(data, "mine.geojson")

    assert [(part.country, [len(ring) for ring in part.rings]) for part in found.parts] == [
        ("AM", [4, 4]),
        ("GE", [4, 6]),
        (None, [4]),
    ]
    assert np.array_equal(found.rings("AM")[0], np.array(RING))
    assert (found.source, found.sha256) == ("mine.geojson", hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"[]", "expected a GeoJSON object of the type FeatureCollection"),
        (b'{"type": "Topology"}', "expected a GeoJSON object of the type FeatureCollection"),
        (collection(), "features: expected a list with at least one feature"),
        (collection(7), "features[0]: expected an object of the type Feature"),
        (collection(feature(RING, "LineString")), "features[0].geometry: expected a Polygon or a MultiPolygon"),
        (
            collection(feature([RING]) | {"geometry": None}),
            "features[0].geometry: expected a Polygon or a MultiPolygon",
        ),
        (
            collection(feature([RING], properties={"country": "ch"})),
            "features[0].properties.country: expected a code of two capital letters, as in 'CH'",
        ),
        (
            collection(*[feature([RING], properties={"country": "CH"})] * 2),
            "features[1]: the outline of CH is that of features[0]",
        ),
        (collection(feature("abc")), "features[0].geometry.coordinates: expected a list"),
        (collection(feature([])), "features[0].geometry.coordinates: expected a list"),
        (collection(feature([[]], "MultiPolygon")), "features[0].geometry.coordinates[0]: expected a list"),
        (
            collection(feature([RING[:3]])),
            f"features[0].geometry.coordinates[0]: {RING_RULE}",
        ),
        (
            collection(feature([RING]), feature([[*RING[:3], [9, 9]]])),
            f"features[1].geometry.coordinates[0]: {RING_RULE}",
        ),
        *(
            (
                collection(feature([[[0, 0], bad, [4, 4], [0, 0]]])),
                "features[0].geometry.coordinates[0][1]: no place on the globe; GeoJSON has the longitude first, in "
                "degrees",
            )
            for bad in ([400, 0], [0, 91], [float("nan"), 0], [10**400, 0])
        ),
        *(
            (
                collection(feature([[[0, 0], bad, [4, 4], [0, 0]]])),
                "features[0].geometry.coordinates[0][1]: expected a longitude and a latitude",
            )
            for bad in ([1], [True, 1], ["1", "2"], None, {"lon": 1})
        ),
        (b"[" * 200_000, "it is nested too deeply, or has a number with thousands of digits"),
        (b"9" * 9_000, "it is nested too deeply, or has a number with thousands of digits"),
    ],
)
def test_what_is_no_outline_is_refused_in_words(data: bytes, message: str) -> None:
    with pytest.raises(BoundaryError) as found:
        read_geojson(data, "mine.geojson")

    assert str(found.value) == message


def test_broken_texts_are_refused_with_their_place() -> None:
    with pytest.raises(BoundaryError, match="not valid JSON") as found:
        read_geojson(b'{"type":\n  "Feature', "x")
    assert (found.value.line, found.value.column) == (2, 3)

    with pytest.raises(BoundaryError, match="not UTF-8") as found:
        read_geojson(b'{\n"\xff"}', "x")
    assert found.value.line == 2
