"""A case's own outlines: read beside the case, and refused with their place where they cannot be."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from tests.case_text import problems

from detente.casefile.files import MAX_BYTES
from detente.session import OpenCase, open_case

CASE = """\
case: {id: ford, title: The Ford, as_of: 2025-07-10}
corridor:
  boundaries: "NAME"
"""
OUTLINES = """\
{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"country": "AM"},
 "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [4, 4], [0, 0]]]}}]}
"""


def opened(folder: Path, name: str) -> OpenCase:
    (folder / "case").mkdir()
    (folder / "case" / "case.yaml").write_text(CASE.replace("NAME", name), "utf-8")
    (folder / "mine.geojson").write_text(OUTLINES, "utf-8")
    (folder / "case" / "mine.geojson").write_text(OUTLINES, "utf-8")
    (folder / "case" / "bad.geojson").write_text('{\n  "type" 1}', "utf-8")
    (folder / "case" / "out.geojson").symlink_to(folder / "mine.geojson")
    (folder / "case" / "loop.geojson").symlink_to("loop.geojson")
    return open_case(folder / "case")


def found(case: OpenCase) -> list[str]:
    return [each for each in problems(case) if "DT945" in each]


def test_the_outlines_of_a_case_come_with_it(tmp_path: Path) -> None:
    case = opened(tmp_path, "mine.geojson")

    assert found(case) == []
    assert case.boundaries is not None
    study = pickle.loads(pickle.dumps(case.at().moment.study))  # noqa: S301 - written a moment ago
    assert [part.country for part in study.beside.boundaries.parts] == ["AM"]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("none.geojson", "3:15 DT945 'none.geojson': there is no such file"),
        ("../mine.geojson", "3:15 DT945 '../mine.geojson' lies outside the folder of the case"),
        ("/etc/passwd", "3:15 DT945 '/etc/passwd' lies outside the folder of the case"),
        ("out.geojson", "3:15 DT945 'out.geojson' lies outside the folder of the case"),
        ("loop.geojson", "3:15 DT945 'loop.geojson' lies outside the folder of the case"),
        (".", "3:15 DT945 '.': not an ordinary file"),
        ("case.yaml", "1:1 DT945 not valid JSON: Expecting value"),
        ("bad.geojson", "2:10 DT945 not valid JSON: Expecting ':' delimiter"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(tmp_path: Path, name: str, problem: str) -> None:
    case = opened(tmp_path, name)

    assert found(case) == [problem]
    assert case.boundaries is None


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(CASE.replace("NAME", "huge.geojson"), "utf-8")
    (tmp_path / "huge.geojson").write_bytes(b" " * (MAX_BYTES + 1))

    assert found(open_case(tmp_path)) == ["3:15 DT945 'huge.geojson': the file has 8 MiB; the limit is 8 MiB"]


def test_the_version_of_a_case_covers_its_outlines(tmp_path: Path) -> None:
    case = opened(tmp_path, "mine.geojson")
    before = case.loaded.version
    (tmp_path / "case" / "mine.geojson").write_text(OUTLINES.replace("[4, 4]", "[4, 5]"), "utf-8")

    assert open_case(tmp_path / "case").loaded.version != before


def test_a_node_lies_in_its_country_by_the_outlines_of_the_case(tmp_path: Path) -> None:
    """Armenia lies in the Gulf of Guinea there, and Georgia where it does elsewhere."""
    case = opened(tmp_path, "mine.geojson")
    (tmp_path / "case" / "more.yaml").write_text(
        "corridor: {nodes: [{id: a, country: AM, lat: 1, lon: 2}, {id: b, country: AM, lat: 40, lon: 44.5},"
        " {id: c, country: GE, lat: 41.7, lon: 44.8}]}",
        "utf-8",
    )
    case = open_case(tmp_path / "case")

    assert [each.message for each in case.diagnostics if each.code == "DT904"] == ["'b' does not lie in AM"]
