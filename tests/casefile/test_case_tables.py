"""Tables beside the YAML of a case: rows are records, and what is wrong with them stands at its cell."""

from __future__ import annotations

import csv
import difflib
import io
import json
import tempfile
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fuzz import texts

from detente.case.corridor import Link
from detente.casefile import load
from detente.casefile.rows.listing import listings
from detente.session import OpenCase, open_case

HEADER = """case: {id: demo, as_of: 2025-07-10}
sources: [{id: atlas, kind: dataset}]
"""
NODES = "corridor:\n  nodes: [{id: a, name: A, country: AM, assumption: x}, {id: b, country: GE}]\n"


def opened(folder: Path, yaml: str = NODES, **tables: str) -> OpenCase:
    """Open a case of one YAML file and some tables of its network."""
    written(folder, yaml, **tables)
    return open_case(folder)


def written(folder: Path, yaml: str, **tables: str) -> None:
    (folder / "demo.yaml").write_text(HEADER + yaml, "utf-8")
    for key, text in tables.items():
        (folder / f"corridor.{key}.csv").write_text(text, "utf-8", newline="")


def mistakes(case: OpenCase) -> list[str]:
    """Return the errors in the text of a case; warnings about small networks are not what is asked here."""
    errors = [each for each in case.diagnostics if str(each.severity) == "error"]
    return [
        f"{Path(each.span.path).name.removeprefix('corridor.')}:{each.span.line}:{each.span.column} {each.code} "
        f"{each.message}"
        for each in errors
    ]


def links(case: OpenCase) -> tuple[Link, ...]:
    assert case.case.corridor is not None
    return case.case.corridor.links


def test_rows_join_what_is_written_in_yaml(tmp_path: Path) -> None:
    yaml = NODES + "  links: [{id: one, a: a, b: b, mode: sea, km: 3}]\n"
    case = opened(tmp_path, yaml, links="id,a,b,mode,km\ntwo,a,b,road,7\n", nodes="id,country\nc,IR\n")

    assert case.errors == ()
    assert [link.id for link in links(case)] == ["one", "two"]
    assert case.case.corridor is not None
    assert [node.id for node in case.case.corridor.nodes] == ["a", "b", "c"]


def test_a_section_may_be_written_in_tables_only(tmp_path: Path) -> None:
    case = opened(tmp_path, "", nodes="id\na\n")

    assert case.case.corridor is not None
    assert [node.id for node in case.case.corridor.nodes] == ["a"]


def test_a_list_that_is_left_empty_in_yaml_takes_rows(tmp_path: Path) -> None:
    case = opened(tmp_path, NODES + "  links:\n", links="id,a,b,mode\nl,a,b,road\n")

    assert [link.id for link in links(case)] == ["l"]


def test_cells_are_what_their_columns_hold(tmp_path: Path) -> None:
    text = (
        "id,a,b,mode,name,km,rate,since,available,capacity,cites,note\n"
        'l,a,b,road,"[true, 7",12.5,1..2..4,2025-03,step:x,1e3,atlas ¶24; atlas p. 3,0012\n'
        'm,a,b,road,,"2",0.5-1.5,"{after: e, by: 2 days}",,,"[{source: atlas, quote: so it is}]",\n'
    )
    events = "events: [{id: e, date: 2025, what: w}]\nsteps: [{id: x, name: X}]\n"
    case = opened(tmp_path, NODES + events, links=text)
    assert mistakes(case) == []
    first, second = links(case)

    assert (first.name, first.km, first.capacity, first.note) == ("[true, 7", 12.5, 1000, "0012")
    assert first.rate is not None
    assert (first.rate.low, first.rate.mode, first.rate.high) == (1, 2, 4)
    assert [str(each) for each in first.cites] == ["atlas ¶24", "atlas p. 3"]
    assert str(first.since) == "2025-03"
    assert second.name is None
    assert second.rate is not None
    assert second.rate.plain() == [0.5, 1.5]
    assert second.cites[0].quote == "so it is"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separators_and_encodings_are_told_from_the_text(separator: str, tmp_path: Path) -> None:
    text = 'id,a,b,mode,km,name\nl,a,b,road,7.5,"Straße, alt; neu"\n'
    rows = list(csv.reader(io.StringIO(text)))
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    opened(tmp_path)
    (tmp_path / "corridor.links.csv").write_bytes(out.getvalue().encode("utf-16"))

    (link,) = links(open_case(tmp_path))

    assert (link.km, link.name) == (7.5, "Straße, alt; neu")


def test_a_decimal_comma_is_one_where_nothing_else_separates(tmp_path: Path) -> None:
    (link,) = links(opened(tmp_path, links="id;a;b;mode;km\nl;a;b;road;7,5\n"))

    assert link.km == 7.5


MISTAKES = {
    "a column misspelt": ("id,a,b,mode,km,nmae\nl,a,b,road,7,L\n", ["links.csv:1:16 DT100 unknown column 'nmae'"]),
    "a column written twice": (
        "id,a,b,mode,km,km\nl,a,b,road,7,8\n",
        ["links.csv:1:16 DT011 two columns are called 'km'"],
    ),
    "columns missing": ("id,a,km\nl,a,7\n", ["links.csv:1:1 DT101 no column is called 'b', 'mode'"]),
    "a needed cell empty": ("id,a,b,mode\nl,a,,road\n", ["links.csv:2:5 DT101 corridor: links.0: missing key 'b'"]),
    "a cell beyond the head": (
        "id,a,b,mode,km\nl,a,b,road,7,12\n",
        ["links.csv:2:14 DT031 '12' stands in no column with a name"],
    ),
    "words for a number": (
        "id,a,b,mode,km\nl,a,b,road,far\n",
        ["links.csv:2:12 DT103 'km': expected a number, got 'far'"],
    ),
    "a number with percent": (
        "id,a,b,mode,km\nl,a,b,road,7%\n",
        ["links.csv:2:12 DT103 'km': expected a number, got '7%'"],
    ),
    "a number that is two": (
        'id,a,b,mode,km\nl,a,b,road,"1,234"\n',
        ["links.csv:2:13 DT103 'km': '1,234' can be read as 1.234 or as 1234"],
    ),
    "an interval for a point": (
        "id,a,b,mode,km\nl,a,b,road,7..8\n",
        ["links.csv:2:12 DT103 corridor: links.0.km: expected a number, got a list"],
    ),
    "a mode that is none": (
        "id,a,b,mode\nl,a,b,rail\n",
        ["links.csv:2:7 DT103 corridor: links.0.mode: 'rail' is not one of rail1520, rail1435, road or sea"],
    ),
    "a list that is not closed": (
        'id,a,b,mode,cites\nl,a,b,road,"[atlas, x"\n',
        ["links.csv:2:13 DT031 'cites': the '[' in line 1, column 1 is not closed"],
    ),
    "a fault of a spreadsheet": (
        "id,a,b,mode,km\nl,a,b,road,#REF!\n",
        [
            "links.csv:2:12 DT031 'km': the spreadsheet says '#REF!' here",
        ],
    ),
    "a quote that is not closed": (
        'id,a,b,mode,km,note\nl,a,b,road,7,"so\n',
        ["links.csv:2:14 DT031 a quote that is not closed"],
    ),
    "an unknown node and source": (
        "id,a,b,mode,km,cites\nl,a,zz,road,7,atlas; atals\n",
        ["links.csv:2:5 DT201 no node has the id 'zz'", "links.csv:2:15 DT201 no source has the id 'atals'"],
    ),
    "an id used twice": (
        "id,a,b,mode,km\nl,a,b,road,7\nl,a,b,sea,7\n",
        ["links.csv:3:1 DT200 the id 'l' is used twice"],
    ),
    "no table at all": ("\n\n", ["links.csv:1:1 DT031 the file holds no table"]),
    "a number out of its range": (
        "id,a,b,mode,km\nl,a,b,road,0\n",
        ["links.csv:2:12 DT103 corridor: links.0.km: input should be greater than 0, got '0'"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), MISTAKES.values(), ids=list(MISTAKES))
def test_mistakes_stand_at_their_cells(text: str, expected: list[str], tmp_path: Path) -> None:
    assert mistakes(opened(tmp_path, links=text)) == expected


def test_a_table_that_is_called_like_no_list_is_told_of(tmp_path: Path) -> None:
    case = opened(tmp_path, link="id,a\n")

    (found,) = (each for each in case.diagnostics if each.code == "DT005")
    assert found.hint == "did you mean 'corridor.links.csv'?"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("corridor.links.tsv", "name it corridor.links.csv"),
        ("nodes.csv", "name it corridor.nodes.csv"),
        ("Flows.CSV", "name it corridor.flows.csv"),
        ("corridor.csv", "the tables of a case are "),
        ("trade.csv", None),
    ],
)
def test_a_table_that_is_nearly_called_like_a_list_is_told_of(name: str, hint: str | None, tmp_path: Path) -> None:
    (tmp_path / name).write_text("id\n", encoding="utf-8")
    found = [each for each in opened(tmp_path).diagnostics if each.code == "DT005"]
    assert [each.hint[: len(hint or "")] for each in found] == [hint] * (hint is not None)


def test_every_list_of_a_section_may_be_a_table() -> None:
    wanted = ("nodes", "links", "borders", "regimes", "flows", "premiums", "permissions", "claims")

    assert {f"corridor.{key}.csv" for key in wanted} <= set(listings())


def test_the_version_of_a_case_covers_its_tables(tmp_path: Path) -> None:
    text = "id,a,b,mode\nl,a,b,road\n"
    versions = {opened(tmp_path, links=each).loaded.version for each in (text, text, text.replace("road", "sea"))}
    (tmp_path / "corridor.links.csv").unlink()

    assert len(versions | {open_case(tmp_path).loaded.version}) == 3


HUGE = {
    "links of 50,000 rows": ("links", "id,a,b,mode,km\n" + "".join(f"l{n},a,b,road,7\n" for n in range(50_000))),
    "a head of 20,000 unknown columns": (
        "links",
        f"id,a,b,mode,{','.join(f'kmm{n}' for n in range(20_000))}\nl,a,b,sea\n",
    ),
    "one cell with 50,000 entries": ("nodes", f"id,cites\nc,{';'.join(f's{n}' for n in range(50_000))}\n"),
    "4,000 links between unknown nodes": (
        "links",
        "id,a,b,mode\n" + "".join(f"l{n},x{n},y{n},road\n" for n in range(4_000)),
    ),
    "20,000 premiums": ("premiums", "country,usd,cargo,to\n" + "".join(f"GE,{n},c{n},x{n}\n" for n in range(20_000))),
}


@pytest.mark.parametrize(("key", "text"), HUGE.values(), ids=list(HUGE))
def test_what_is_far_too_large_is_refused_without_comparing_all_with_all(
    key: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[int] = []

    def counted(_: str, known: dict[str, str], **_given: Any) -> list[str]:
        compared.append(len(known))
        return []

    monkeypatch.setattr(difflib, "get_close_matches", counted)
    case = opened(tmp_path, **{key: text})

    assert case.errors != ()
    assert sum(compared) < 20_000


RECORDS = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.just("x"),
            "a": st.just("a"),
            "b": st.just("b"),
            "mode": st.sampled_from(["road", "sea", "rail1435"]),
        },
        optional={
            "name": st.text(st.sampled_from("aé, ;\"'{[#1"), min_size=1).filter(lambda text: text.strip()),
            "km": st.floats(0.001, 1e6),
            "rate": st.floats(0, 9) | st.tuples(st.floats(0, 9), st.floats(9, 99)).map(list),
            "cites": st.lists(st.sampled_from(["atlas ¶1", "atlas p. 3"]), min_size=1),
            "status": st.sampled_from(["open", "planned"]),
            "since": st.sampled_from(["2025", "2025-03"]),
        },
    ),
    min_size=1,
    max_size=4,
)


@given(RECORDS, st.sampled_from([",", ";", "\t"]))
def test_a_table_says_what_yaml_would(records: list[dict[str, Any]], separator: str) -> None:
    """The same records in YAML, and as rows that Python's own writer writes, are the same case."""
    for number, record in enumerate(records):
        record["id"] = f"l{number}"
        if "name" in record:
            record["name"] = " ".join(record["name"].split())
    keys = list(dict.fromkeys(key for record in records for key in record))
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, lineterminator="\n")
    writer.writerow(keys)
    writer.writerows([[_cell(record.get(key)) for key in keys] for record in records])
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        written(Path(one), NODES, links=out.getvalue())
        written(Path(other), NODES + f"  links: {json.dumps(records, ensure_ascii=False)}\n")
        by_table, by_yaml = load(Path(one)), load(Path(other))

    assert by_table.diagnostics == by_yaml.diagnostics == ()
    assert by_table.case == by_yaml.case


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return f"{value[0]!r}..{value[1]!r}" if isinstance(value[0], float) else "; ".join(value)
    return "" if value is None else str(value)


@pytest.mark.parametrize("kind", texts.MUTATIONS)
def test_whatever_stands_in_a_table_is_told_of_at_its_place(kind: str, tmp_path: Path) -> None:
    """Bytes changed anyhow: nothing is raised, and what is wrong lies inside of a file."""
    plain = (
        "id,a,b,mode,km,rate,since,cites\nl,a,b,road,12.5,1..2..4,2025-03,atlas ¶24; atlas p. 3\n"
        'm,a,b,sea,7,"{low: 1, high: 3}",,"[atlas]"\n'
    ).encode()
    written(tmp_path, NODES)
    for seed in range(40):
        dice = Random(seed)
        data = texts.MUTATIONS[kind](texts.MUTATIONS[kind](plain, dice), dice)
        (tmp_path / "corridor.links.csv").write_bytes(data)
        lines = data.count(b"\n") + data.count(b"\r") + 2
        for found in load(tmp_path).diagnostics:
            assert found.message
            assert 1 <= found.span.line <= max(lines, 4)
            assert found.span.column >= 1
