"""``detente import``: nodes and links from tables of other programs, and what of them is left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from detente.case.corridor import Corridor
from detente.casefile.rows.adding import kinds
from detente.cli.main import application
from detente.session import open_case

CASE = """case: {id: demo, as_of: 2025-07-10}
corridor:
  nodes:
    - {id: a, name: A, country: AM, lat: 40.2, lon: 44.5}
    - {id: same, name: Twin, country: AM, lat: 40.2, lon: 44.5}
    - {id: again, name: Twin, country: AM, lat: 40.2, lon: 44.5}
"""
NODES = """Name;Country Code;Latitude;Longitude;Population
Gyumri;AM;40,79;43,85;112301
Kars;TR;40,60;43,10;120000
A;AM;40,2;44,5;
"""
LINKS = """from,to,mode,length_km,toll
Gyumri,Kars,rail1520,78,yes
gyumri,A,road,120,
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "case.yaml").write_text(CASE, "utf-8")
    return folder


def imported(what: str, text: str, *more: str | Path, folder: Path) -> Result:
    (folder / "table.csv").write_text(text, "utf-8")
    return CliRunner().invoke(application(), ["import", what, str(folder / "table.csv"), *map(str, more)])


def corridor(case: Path) -> Corridor:
    found = open_case(case).case.corridor
    assert found is not None
    return found


def said(result: Result) -> list[str]:
    """Return place, code and message of everything on standard error but hints and what is idle by now."""
    lines = [line.rpartition("table.csv:")[2] for line in result.stderr.splitlines()]
    return [line for line in lines if "hint:" not in line and "DT913" not in line]


def test_without_write_nothing_changes(tmp_path: Path, case: Path) -> None:
    result = imported("nodes", NODES, "--into", case, folder=tmp_path)

    assert result.exit_code == 0
    assert result.stdout == (
        "corridor:\n  nodes:\n"
        "  - id: gyumri\n    name: Gyumri\n    country: AM\n    lat: 40.79\n    lon: 43.85\n"
        "    assumption: imported from table.csv; no source stated\n"
        "  - id: kars\n    name: Kars\n    country: TR\n    lat: 40.6\n    lon: 43.1\n"
        "    assumption: imported from table.csv; no source stated\n"
    )
    assert said(result) == [
        "1:38: warning DT034 the column 'Population' is left out",
        "4:1: warning DT034 the case has a node 'A'; this one is left out",
    ]
    assert [path.name for path in case.iterdir()] == ["case.yaml"]


def test_nodes_and_then_links_are_added_once(tmp_path: Path, case: Path) -> None:
    assert imported("nodes", NODES, "--into", case, "--write", folder=tmp_path).exit_code == 0
    first = imported("links", LINKS, "--into", case, "--write", folder=tmp_path)
    second = imported("links", LINKS, "--into", case, "--write", folder=tmp_path)

    assert first.stdout == f"{case / 'links-table.yaml'}\n"
    assert said(first) == [
        "1:24: warning DT034 the column 'toll' is left out",
        "2:1: warning DT910 the link 'gyumri-kars-rail1520' crosses a border and names none",
        "2:1: warning DT912 the link 'gyumri-kars-rail1520' does not say in which country it lies",
    ]
    assert said(second)[1:] == [f"{n}:1: warning DT034 the case has this link; it is left out" for n in (2, 3)] + [
        "nothing is added"
    ]
    assert [(link.id, link.a, link.b, link.km) for link in corridor(case).links] == [
        ("gyumri-kars-rail1520", "gyumri", "kars", 78),
        ("gyumri-a-road", "gyumri", "a", 120),
    ]
    assert sorted(path.name for path in case.iterdir()) == ["case.yaml", "links-table.yaml", "nodes-table.yaml"]


def test_another_table_gets_a_file_of_its_own(tmp_path: Path, case: Path) -> None:
    for text in ("name\nGyumri\n", "name\nKars\n"):
        assert imported("nodes", text, "--into", case, "--write", folder=tmp_path).exit_code == 0

    assert {node.id for node in corridor(case).nodes[3:]} == {"kars", "gyumri"}
    assert (case / "nodes-table-2.yaml").is_file()


REFUSED = {
    "an end that is no node": ("links", "a,b,mode\na,nowhere,road\n", "2:3: error DT201 no node has the id 'nowhere'"),
    "a name of two nodes": ("links", "a,b,mode\na,twin,road\n", "2:3: error DT031 several nodes are called 'twin'"),
    "a mode that is none": (
        "links",
        "a,b,mode\na,same,rail\n",
        "2:8: error DT103 corridor: links.0.mode: 'rail' is not one of rail1520, rail1435, road or sea",
    ),
    "columns missing": ("links", "a,mode\na,road\n", "1:1: error DT036 no column is called 'b'"),
    "neither ids nor names": ("nodes", "lat,lon\n1,2\n", "1:1: error DT036 no column is called 'id' or 'name'"),
    "a row without a name": ("nodes", "name,lat\n,2\n", "2:1: error DT031 a node with neither an id nor a name"),
    "an id written twice": ("nodes", "id\nx\nx\n", "3:1: error DT031 the id 'x' stands in line 2 already"),
    "a number that is none": ("nodes", "id,lat\nx,far\n", "2:3: error DT103 'lat': expected a number, got 'far'"),
    "a place off the globe": (
        "nodes",
        "id,lat\nx,95\n",
        "2:3: error DT103 corridor: nodes.3.lat: input should be less than or equal to 90, got '95'",
    ),
    "a link shorter than the great circle": (
        "links",
        "a,b,mode,km\na,far,road,2\n",
        "2:12: error DT901 the link 'a-far-road' has 2 km, and 'a' and 'far' lie 85 km apart",
    ),
    "nothing": ("nodes", "\n", "1:1: error DT031 the file holds no table"),
}


@pytest.mark.parametrize(("what", "text", "expected"), REFUSED.values(), ids=list(REFUSED))
def test_mistakes_stand_at_their_cells_and_nothing_is_written(
    what: str, text: str, expected: str, tmp_path: Path, case: Path
) -> None:
    if "far," in text:
        (case / "more.yaml").write_text("corridor: {nodes: [{id: far, country: AM, lat: 40.2, lon: 45.5}]}", "utf-8")
    before = sorted(case.iterdir())
    result = imported(what, text, "--into", case, "--write", folder=tmp_path)

    assert result.exit_code == 1
    assert expected in said(result)
    assert result.stdout == ""
    assert sorted(case.iterdir()) == before


def test_what_becomes_another_id_is_told(tmp_path: Path, case: Path) -> None:
    result = imported("nodes", "id,name\nTBS,Tbilisi\ndemo,Demo\n", "--into", case, folder=tmp_path)
    beside = imported("links", "a,b,mode\nTBS,a,road\n", folder=tmp_path)

    assert said(result)[:1] == ["2:1: warning DT035 the id 'TBS' becomes the id 'tbs'"]
    assert said(beside) == ["2:1: warning DT035 'TBS' is read as the id 'tbs'"]


def test_names_alike_get_ids_of_their_own(tmp_path: Path) -> None:
    result = imported("nodes", "name\nTwin\nTwin\n", folder=tmp_path)

    assert "id: twin\n" in result.stdout
    assert "id: twin-2\n" in result.stdout
    assert "3:1: warning DT035 'Twin' becomes the id 'twin-2'" in said(result)


def test_a_case_with_errors_is_mended_first(tmp_path: Path, case: Path) -> None:
    (case / "more.yaml").write_text("actors: [{id: x}]", "utf-8")
    result = imported("nodes", NODES, "--into", case, folder=tmp_path)

    assert result.exit_code == 1
    assert "more.yaml:1:10: error DT101" in result.stderr


WRONG = {
    "an unknown kind": (["lniks", "table.csv"], "did you mean 'links'?"),
    "no case to write to": (["nodes", "table.csv", "--write"], "--into"),
    "a single file": (["nodes", "table.csv", "--write", "--into", "case/case.yaml"], "is a single file"),
    "no such case": (["nodes", "table.csv", "--into", "nowhere"], "does not exist"),
    "no such table": (["nodes", "nowhere.csv"], "does not exist"),
}


@pytest.mark.parametrize(("words", "expected"), WRONG.values(), ids=list(WRONG))
def test_wrong_usage(
    words: list[str], expected: str, tmp_path: Path, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert case.is_dir()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "table.csv").write_text(NODES, "utf-8")
    result = CliRunner().invoke(application(), ["import", *words])

    assert result.exit_code == 2
    assert expected in " ".join(result.stderr.split())


def test_each_kind_is_one_file() -> None:
    bibliographies, lists = ["bibtex", "csl", "ris"], ["actors", "events", "positions"]
    others = ["gmcr", "ktab", "links", "matrix", "nodes", "scw"]
    assert sorted(kinds()) == sorted([*bibliographies, *lists, *others])
    assert all(addition.key == key for key, addition in kinds().items())
