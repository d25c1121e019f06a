"""The order of lines and of files decides nothing: shuffled, a case gives the same answers."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.conftest import ROOT

from detente.casefile.yaml_tree import read_tree
from detente.session import OpenCase, open_case

FLAGSHIP = ROOT / "examples" / "south-caucasus"
SECTIONS = (
    "sources",
    "events",
    "disclosures",
    "episodes",
    "conclusions",
    "formats",
    "positions",
    "capabilities",
    "commitments",
    "relations",
    "measures",
    "steps",
)
WORDS = ("terms", "tensions", "forecasts", "scenarios")


def read(path: Path) -> dict[str, Any]:
    """Return the sections of a case as plain values, all files together."""
    found: dict[str, Any] = {}
    for file in sorted(path.glob("*.yaml")):
        tree, _ = read_tree(file.read_text(encoding="utf-8"), file.name)
        assert tree is not None
        for key, value in tree.value.items():
            found[key] = _joined(found[key], value) if key in found else value
    found["sources"] = [{key: value for key, value in each.items() if key != "file"} for each in found["sources"]]
    return found


def _joined(one: Any, other: Any) -> Any:
    """Return a section of which several files hold some."""
    return one | other if isinstance(one, dict) else one + other


def shuffled(case: dict[str, Any], rng: Any) -> dict[str, Any]:
    """Return a case with every list in another order whose order means nothing, and its sections, too."""
    mixed = {
        key: value if key not in (*SECTIONS, *WORDS) else rng.sample(value, len(value)) for key, value in case.items()
    }
    for key, inside in (
        ("measures", "observations"),
        ("commitments", "status"),
        ("events", "actors"),
        ("episodes", "incidents"),
        ("formats", "parties"),
        ("steps", "requires"),
    ):
        mixed[key] = [
            record | ({inside: rng.sample(record[inside], len(record[inside]))} if inside in record else {})
            for record in mixed.get(key, [])
        ]
    for key in SECTIONS:
        mixed[key] = [
            record | {"cites": rng.sample(record["cites"], len(record["cites"]))}
            if isinstance(record.get("cites"), list)
            else record
            for record in mixed.get(key, [])
        ]
    return dict(rng.sample(list(mixed.items()), len(mixed)))


def written(case: dict[str, Any], folder: Path, files: int) -> OpenCase:
    """Write a case in some files and open it; tables that the flagship keeps beside them stay as they are."""
    for old in folder.glob("*.yaml"):
        old.unlink()
    for table in FLAGSHIP.glob("*.csv") if "corridor" in case else ():
        shutil.copy(table, folder)
    keys = list(case)
    for k in range(files):
        part = {key: case[key] for key in keys[k::files]}
        text = json.dumps(part, ensure_ascii=False, indent=1)
        (folder / f"{k}.yaml").write_text(text, encoding="utf-8")
    return open_case(folder, sources=FLAGSHIP)


def plain(value: Any) -> Any:
    """Return an answer without the order of its lists of records, which follows the case but in the roadmap."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return sorted(map(plain, value), key=repr)
    return value


def answers(case: OpenCase, as_of: str | None) -> dict[str, Any]:
    sight = case.at(as_of)
    found = {lens: plain(sight.look(lens).document) for lens in ("chronicle", "conflict", "settlement")}
    return found | {"roadmap": json.dumps(dict(sight.look("roadmap").document))}


@pytest.fixture(scope="module")
def flagship() -> dict[str, Any]:
    return read(FLAGSHIP)


@pytest.mark.slow
@pytest.mark.parametrize("as_of", [None, "2025-03-15", "2026-06-30"])
@settings(max_examples=2, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(rng=st.randoms(use_true_random=False), files=st.integers(1, 5))
def test_the_flagship_answers_alike_in_any_order(
    tmp_path: Path, flagship: dict[str, Any], as_of: str | None, rng: Any, files: int
) -> None:
    before = written(flagship, tmp_path, 1)
    assert not before.errors
    expected = answers(before, as_of)
    after = written(shuffled(flagship, rng), tmp_path, files)
    assert not after.errors
    assert answers(after, as_of) == expected


DATES = ("2024", "2025", "2024-12", "2025-03", "../2025-03", "2025-03/..", "2025-03-10", "2024-01/2025-03", None)
dated = st.sampled_from(DATES)


def records(count: int, **keys: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    drawn = st.fixed_dictionaries(keys | {"date": dated, "assumption": st.just("x")})
    return st.lists(drawn.map(lambda d: {k: v for k, v in d.items() if v is not None}), max_size=count)


histories = st.fixed_dictionaries(
    {
        "positions": records(
            5,
            actor=st.sampled_from(("a", "b", "c")),
            issue=st.just("i"),
            value=st.sampled_from((10, 40, 90)),
            stance=st.sampled_from(("all", "nothing", None)),
        ),
        "observations": records(4, value=st.sampled_from((1, 2))),
        "statuses": records(3, **{"is": st.sampled_from(("agreed", "broken"))}),
    }
)


@settings(suppress_health_check=list(HealthCheck))
@given(
    drawn=histories, rng=st.randoms(use_true_random=False), as_of=st.sampled_from((None, "2024-06", "2025-03", "2026"))
)
def test_a_case_without_errors_answers_alike_in_any_order(
    tmp_path: Path, drawn: dict[str, Any], rng: Any, as_of: str | None
) -> None:
    """What the order of lines could decide is an error, wherever dates leave it open."""
    statuses = [
        {("from" if key == "date" else key): value for key, value in each.items()} for each in drawn["statuses"]
    ]
    case = {
        "case": {"id": "c", "as_of": "2025-06-01"},
        "actors": [{"id": name, "name": name, "kind": "state"} for name in "abc"],
        "issues": [{"id": "i", "continuum": {}}],
        "positions": drawn["positions"],
        "measures": [{"id": "m", "assumption": "x", "observations": drawn["observations"]}],
        "commitments": [{"id": "o", "assumption": "x", "status": statuses}],
        "settlement": {"parties": [{"actor": name, "assumption": "x"} for name in "ab"]},
    }
    found = written(case, tmp_path, 1)
    mixed = written(shuffled(case, rng), tmp_path, 2)
    assert bool(found.errors) == bool(mixed.errors)
    if not found.errors:
        for lens in ("chronicle", "settlement"):
            before, after = (plain(each.at(as_of).look(lens).document) for each in (found, mixed))
            assert before == after
