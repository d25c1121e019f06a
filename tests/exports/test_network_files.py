"""The network in GeoJSON and GraphML, read by others' rules and programs, and held against the lens's document."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import jsonschema
import networkx
import pytest
from tests.conftest import ROOT, Opener
from tests.lenses.corridor.map.ford import CASE
from tests.told import findings

from detente.exports.export import ExportError
from detente.exports.formats import geojson
from detente.exports.formats import network as graphml
from detente.lenses.corridor.traffic import Network, NetworkLink, NetworkPlace, WholeNetwork
from detente.session import OpenCase

SCHEMA = json.loads((ROOT / "tests/vendor/geojson-schema/FeatureCollection.json").read_text("utf-8"))
PLACE = NetworkPlace("a", "Anadyr & Co", "RU", "port", 64.7, 177.5, {})
LINK = NetworkLink("l", None, "a", "b", "sea", 900.0, None, None, None, True, None, {}, {})


def document(case: OpenCase) -> Any:
    return case.at().corridor().document["network"]


def features(text: str) -> dict[str, Any]:
    found = json.loads(text)
    jsonschema.validate(found, SCHEMA)
    return {each["id"]: each for each in found["features"]}


def of_two(other: NetworkPlace) -> Any:
    network = Network(WholeNetwork((PLACE, replace(other, id="b")), (LINK,), (), (), (), (), (), {}, {}))
    return findings("corridor", result=network)


def test_geojson_holds_every_place_and_link_with_what_goes_along_it(opened: Opener) -> None:
    case = opened(CASE)
    said, found = document(case), features(case.at().export("geojson"))

    assert set(found) == {each["id"] for kind in ("places", "links") for each in said[kind]}
    for place in said["places"]:
        feature = found[place["id"]]
        at = None if place["lat"] is None else {"type": "Point", "coordinates": [place["lon"], place["lat"]]}
        assert (feature["geometry"], feature["properties"]["name"]) == (at, place["name"])
    for link in said["links"]:
        known = found[link["id"]]["properties"]
        assert {key: known.get(key) for key in ("a", "b", "km", "mode", "regime", "open", "capacity")} == {
            key: link[key] for key in ("a", "b", "km", "mode", "regime", "open", "capacity")
        }
        assert {key: value for key, value in known.items() if key.endswith("_kt")} == {
            f"{world}_kt": amount["kt"] for world, amount in link["cargo"].items()
        }
    assert found["over-ford"]["geometry"]["coordinates"] == [[45.9, 39.5], [46.8, 39.8]]
    assert found["old"]["geometry"] is None
    assert found["around-south"]["properties"]["base_kt"] == pytest.approx(1200)


def test_graphml_holds_the_same_and_parallel_links_stay_apart(opened: Opener) -> None:
    case = opened(CASE)
    said = document(case)
    graph = networkx.read_graphml(io.BytesIO(case.at().export("network").encode()))

    assert (graph.is_directed(), graph.is_multigraph()) == (False, True)
    assert {name: data.get("lat") for name, data in graph.nodes(data=True)} == {
        p["id"]: p["lat"] for p in said["places"]
    }
    edges = {data["link"]: (frozenset(ends), data) for *ends, data in graph.edges(data=True)}
    assert {name: ends for name, (ends, _) in edges.items()} == {
        link["id"]: frozenset((link["a"], link["b"])) for link in said["links"]
    }
    for link in said["links"]:
        data = edges[link["id"]][1]
        assert (data["km"], data["mode"], data["open"]) == (link["km"], link["mode"], link["open"])
        assert all(data[f"{world}_high"] == amount["high"] for world, amount in link["cargo"].items())


def test_a_line_over_the_180th_meridian_is_cut_there() -> None:
    text = "".join(geojson.write(of_two(NetworkPlace("b", "Nome", "US", None, 64.5, -165.5, {}))))
    line = features(text)["l"]["geometry"]
    lat = pytest.approx(64.67, abs=0.01)

    assert line["type"] == "MultiLineString"
    assert line["coordinates"] == [[[177.5, 64.7], [180.0, lat]], [[-180.0, lat], [-165.5, 64.5]]]


@pytest.mark.parametrize("write", [geojson.write, graphml.write])
def test_without_a_network_there_is_no_file(write: Any) -> None:
    with pytest.raises(ExportError, match="no links with flows"):
        "".join(write(findings("corridor", result=Network(None))))


def test_odd_names_stay_names() -> None:
    odd = NetworkPlace("b", '</data>"\\', None, None, 0.0, 0.0, {})
    graph = networkx.read_graphml(io.BytesIO("".join(graphml.write(of_two(odd))).encode()))

    assert graph.nodes["b"] == {"name": '</data>"\\', "lat": 0.0, "lon": 0.0}
    assert features("".join(geojson.write(of_two(odd))))["b"]["properties"]["name"] == '</data>"\\'
