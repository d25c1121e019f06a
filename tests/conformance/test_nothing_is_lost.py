"""Nothing that an analyst writes is lost: every field of every record reaches the page or a document."""

from __future__ import annotations

import copy
import html
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docs.generate.sections import kinds
from tests.conformance.filling import Filled, filled

from detente.case.conflict import Graph
from detente.case.reading import Reading
from detente.case.record import Record
from detente.case.shape import fields
from detente.findings import Edition
from detente.lenses.registry import lens_called
from detente.report import render
from detente.session import OpenCase, open_case

ELSEWHERE = {Graph}
"""A conflict has options or a graph; what a graph says is drawn and listed in a case of its own."""

LENSES = ("chronicle", "roadmap", "settlement", "conflict", "corridor", "system")


@pytest.fixture(scope="module")
def case() -> Filled:
    return filled()


def written(tree: dict[str, Any], folder: Path) -> OpenCase:
    (folder / "text.md").write_text("The text.\n", "utf-8")
    (folder / "case.yaml").write_text(json.dumps(tree, ensure_ascii=False), "utf-8")
    return open_case(folder)


def said(case: OpenCase, lens: str) -> str:
    """Return the page and the document of one lens, without the version of the case; nothing where it has none."""
    sight = case.at()
    if not lens_called(lens).applies(case.case):
        return ""
    found = sight.look(lens)
    page = render(Edition(replace(sight.stamp("detente report"), version=""), (found,)))
    return html.unescape(page) + json.dumps(dict(found.document), ensure_ascii=False)


def test_the_case_has_every_kind_of_record(case: Filled) -> None:
    """So a new kind of record is looked for, too; sections that no lens reads are remarked on by ``check``."""
    assert {kind.__name__ for kind in kinds() - case.kinds - ELSEWHERE} == set()


def test_every_text_is_printed(case: Filled, tmp_path: Path) -> None:
    opened = written(case.tree, tmp_path)
    assert opened.errors == ()
    everything = "".join(said(opened, lens) for lens in LENSES)

    assert len(case.marks) > 300
    assert [place for mark, place in case.marks.items() if is_asked(place) and mark not in everything] == []


def test_every_other_field_changes_what_is_printed(case: Filled, tmp_path: Path) -> None:
    """Of two cases of which one leaves a field out, some page or document must differ."""
    whole = {lens: said(written(case.tree, tmp_path), lens) for lens in LENSES}
    marks = set(case.marks)
    silent: dict[str, str] = {}
    told: set[str] = set()
    for kind, key, place in case.places:
        name = f"{kind.__name__}.{key}"
        if name in told or is_name_or_time(kind, key) or not is_asked(str(place[0])):
            continue
        if _texts(at(case.tree, place)) & marks:
            continue
        opened = written(without(case.tree, place), tmp_path)
        nearest = sorted(LENSES, key=place[0].__ne__)  # which is the likeliest to differ
        if opened.errors or any(said(opened, lens) != whole[lens] for lens in nearest):
            told.add(name)
        else:
            silent[name] = ".".join(map(str, place))

    assert {name: place for name, place in silent.items() if name not in told} == {}


def is_asked(place: str) -> bool:
    """Return whether a lens that is asked here reads a place: network and system are read by ones of their own."""
    section = place.partition(".")[0]
    return section not in ("corridor", "system") or section in LENSES


def is_name_or_time(kind: type[Record], key: str) -> bool:
    """Whether a field names its record for programs, or says when a reading holds, which other days show."""
    return key == "id" or (issubclass(kind, Reading) and fields(kind)[key][0] in ("from_", "to"))


def at(tree: Any, place: tuple[str | int, ...]) -> Any:
    for key in place:
        tree = tree[key]
    return tree


def without(tree: dict[str, Any], place: tuple[str | int, ...]) -> dict[str, Any]:
    changed = copy.deepcopy(tree)
    del at(changed, place[:-1])[place[-1]]
    return changed


def _texts(value: Any) -> set[str]:
    """Return the texts that a field holds itself."""
    if isinstance(value, dict):
        return {each for each in value.values() if isinstance(each, str)}
    return {each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)}
