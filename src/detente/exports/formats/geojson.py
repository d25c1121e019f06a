"""GeoJSON: the network of the corridor with what goes along each link, for QGIS and other maps."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from detente.exports.export import Export
from detente.exports.network import LEAVES_OUT, network_of, of_link, of_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.findings import Findings
    from detente.lenses.corridor.traffic import NetworkPlace

Position: TypeAlias = tuple[float, float]


def write(findings: Findings) -> Iterator[str]:
    """Yield the file, a feature a line: places are points, and links straight lines.

    What is nowhere on the globe has no geometry.

    References
    ----------
    ButlerEtal2016
    """
    network = network_of(findings)
    at = {place.id: position for place in network.places if (position := _position(place)) is not None}
    places = (_feature(each.id, _point(at.get(each.id)), "place", of_place(each)) for each in network.places)
    links = (
        _feature(each.id, _line(at.get(each.a), at.get(each.b)), "link", {"a": each.a, "b": each.b, **of_link(each)})
        for each in network.links
    )
    lines = (json.dumps(each, ensure_ascii=False, allow_nan=False) for each in (*places, *links))
    yield '{"type": "FeatureCollection", "features": [\n' + ",\n".join(lines) + "\n]}\n"


def _position(place: NetworkPlace) -> Position | None:
    """Return longitude and latitude, in this order."""
    return None if place.lon is None or place.lat is None else (place.lon, place.lat)


def _feature(name: str, geometry: Any, is_a: str, known: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "id": name, "geometry": geometry, "properties": {"id": name, "is": is_a, **known}}


def _point(at: Position | None) -> dict[str, Any] | None:
    return None if at is None else {"type": "Point", "coordinates": at}


def _line(one: Position | None, other: Position | None) -> dict[str, Any] | None:
    """Return a line, the shorter way round the globe: where that crosses the 180th meridian it is cut there."""
    if one is None or other is None:
        return None
    if abs(one[0] - other[0]) <= 180:
        return {"type": "LineString", "coordinates": (one, other)}
    west, east = sorted((one, other), reverse=True)
    share = (180 - west[0]) / (east[0] + 360 - west[0])
    lat = round(west[1] + share * (east[1] - west[1]), 6)
    return {"type": "MultiLineString", "coordinates": ((west, (180.0, lat)), ((-180.0, lat), east))}


EXPORT = Export("GeoJSON of the corridor", ".geojson", LEAVES_OUT, write, "corridor")
