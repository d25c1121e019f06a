"""The state graph, opened by networkx and held against the document of the lens."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx
import pytest
from hypothesis import given
from tests.catalog.test_catalog import CONFLICTS, name
from tests.conftest import Opener
from tests.exports.cases import conflicts, opened

from detente.exports.export import ExportError
from detente.exports.formats import gexf, graphml
from detente.lenses.conflict.model.whole import WholeModel
from detente.lenses.conflict.options import ConflictOptions
from detente.session import OpenCase, open_case

FORMATS: dict[str, Callable[..., Any]] = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}


def read(case: OpenCase, to: str) -> Any:
    text = case.at().export(to)
    assert ElementTree.fromstring(text).tag.endswith(("}graphml", "}gexf"))  # noqa: S314
    return FORMATS[to](io.BytesIO(text.encode()))


def holds_what_the_document_says(graph: Any, case: OpenCase) -> None:
    document = case.at().look("conflict", ConflictOptions(model=True)).document
    nodes = {data["state"]: data for _, data in graph.nodes(data=True)}
    assert list(nodes) == document["states"]["list"]
    named: dict[str, list[str]] = {}
    for each, state in document["named"].items():
        named.setdefault(state, []).append(each)
    for state, data in nodes.items():
        assert data["status-quo"] == (state == document["status_quo"])
        assert data.get("named", "") == ", ".join(named.get(state, []))
        for maker in document["decision_makers"]:
            assert data[f"rank-{maker}"] == document["rank"][maker][state]
            held = {key for key, found in document["stability"].items() if state in found[maker]}
            assert set(data.get(f"stable-{maker}", "").split()) == held
        for key, found in document["equilibria"].items():
            assert data[f"equilibrium-{key}"] is (state in found)
    _moves(graph, document)


def _moves(graph: Any, document: Mapping[str, Any]) -> None:
    names, called = document["states"]["list"], {m["id"]: m["name"] for m in document["model"]["decision_makers"]}
    found = {
        (graph.nodes[a]["state"], graph.nodes[b]["state"], data["mover"], data["improvement"])
        for a, b, data in graph.edges(data=True)
    }
    rank = document["rank"]
    assert found == {
        (names[a], names[b], maker, rank[maker][names[b]] < rank[maker][names[a]])
        for maker, moves in document["model"]["moves"].items()
        for a, b in moves
    }
    assert all(data["mover-name"] == called[data["mover"]] for _, _, data in graph.edges(data=True))


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize("path", CONFLICTS, ids=name)
def test_published_conflicts(path: Path, to: str) -> None:
    case = open_case(path)
    holds_what_the_document_says(read(case, to), case)


@given(conflicts())
def test_invented_conflicts_with_odd_names(tmp_path_factory: pytest.TempPathFactory, conflict: dict[str, Any]) -> None:
    case = opened(conflict, tmp_path_factory.mktemp("graph"))
    for to in FORMATS:
        holds_what_the_document_says(read(case, to), case)


MOVES = """
    actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
    conflict:
      decision_makers:
        - {actor: north, preferences: {assumption: a, ranking: [["a <b>"], [c, d]]}}
        - {actor: south, preferences: {assumption: a, ranking: [[d], [c], ["a <b>"]]}}
      graph: {states: ["a <b>", c, d], moves: {north: {"a <b>": [c]}, south: {"a <b>": [c, d]}}}
      status_quo: c
"""


@pytest.mark.parametrize("to", FORMATS)
def test_two_who_can_make_the_same_move_are_two_edges(to: str, opened: Opener) -> None:
    graph = read(opened(MOVES), to)

    assert graph.is_multigraph()
    assert sorted((a, b, data["mover"], data["improvement"]) for a, b, data in graph.edges(data=True)) == [
        ("s1", "s2", "north", False),
        ("s1", "s2", "south", True),
        ("s1", "s3", "south", True),
    ]
    assert [data["state"] for _, data in graph.nodes(data=True)] == ["a <b>", "c", "d"]


@pytest.mark.parametrize("to", FORMATS)
def test_texts_that_xml_cannot_hold_or_must_escape(to: str, opened: Opener) -> None:
    """A case from a file holds no control characters; one made by a program may."""
    case = opened(MOVES)
    findings = case.at().look("conflict", ConflictOptions(model=True))
    taken = (('<North> & "sons"\n\x1b', "ok"),) * 3
    strange = replace(findings.result(WholeModel), title="\x00 & <\ud800> \"'\ufffe", taken=taken)
    told = (replace(each, find=lambda: strange) if each.kind is WholeModel else each for each in findings.chapters)
    made = replace(findings, chapters=tuple(told))
    text = "".join({"graphml": graphml, "gexf": gexf}[to].write(made))
    graph = FORMATS[to](io.BytesIO(text.encode()))

    assert graph.nodes["s1"]["taken"] == '<North> & "sons"\n\ufffd; ok'


@pytest.mark.parametrize("to", FORMATS)
def test_too_many_moves_are_refused_before_anything_is_written(to: str, opened: Opener) -> None:
    options = ", ".join(f"{{id: o{k}}}" for k in range(11))
    makers = f"[{{actor: north, options: [{options}]}}]"
    case = opened(f"actors: [{{id: north, name: N, kind: state}}]\nconflict: {{decision_makers: {makers}}}")

    with pytest.raises(ExportError, match="too many moves to write them one by one"):
        next(iter(case.at().pieces(to)))
