"""Regions as projects of ScenarioWizard and as tables, and back."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalog.test_catalog import WEBS, name
from tests.conftest import Opener

from detente.models.system.model import SystemModel, model_system
from detente.session import CaseError, OpenCase, open_case
from detente.session.making.starting import start

REGION = """
    system:
      descriptors:
        - id: format
          name: |
            Format
            of the talks
          states: [{id: mediated, text: with a mediator}, {id: direct}]
          history: [{is: mediated, assumption: a}]
          assumption: a
        - id: rivalry
          states: [{id: high, text: "-#high"}, {id: low, text: "&low, or none"}, {id: none}]
          history: [{is: high, assumption: a}]
          assumption: a
      impacts:
        - {from: rivalry.high, on: format.direct, effect: 2, assumption: a}
        - {from: format.direct, on: rivalry.none, effect: [-3, -2], assumption: a}
      background: [{on: format.direct, effect: 1, assumption: a}]
"""

FILE = """\
$ ScenarioWizard 4.0
untitled.scw
&Format of the talks
 -with a mediator
 -direct
&rivalry
 --#high
 -&low, or none
 -none
#
&
 \n \n&
 \n \n \n#
#
FFFFFF
FFFFFF
FFFFFF
FFFFFF
FFFFFF
#
#
 0 , 0 , 0 , 0 , 0 \n 0 , 0 , 0 , 0 ,-2 \n 0 , 2 , 0 , 0 , 0 \n 0 , 0 , 0 , 0 , 0 \n 0 , 0 , 0 , 0 , 0 \n#
# 0-0
""
# \n""
# \n""
#  -> \n""
#  -> \n""
#  -> \n""
#  -> \n""
#
#
"""


def model_of(case: OpenCase) -> SystemModel:
    assert case.case.system is not None
    return model_system(case.case.system)


def labels(model: SystemModel) -> list[tuple[str, list[str]]]:
    return [
        (" ".join(each.label.split()), [" ".join(s.label.split()) for s in each.states]) for each in model.descriptors
    ]


def there_and_back(case: OpenCase, folder: Path) -> OpenCase:
    path = folder / "out.scw"
    path.write_text(case.at().export("scw"), encoding="utf-8")
    start(folder / "back", str(path))
    return open_case(folder / "back")


@pytest.mark.parametrize("path", WEBS, ids=name)
def test_a_published_web_comes_back(path: Path, tmp_path: Path) -> None:
    case = open_case(path)
    back = there_and_back(case, tmp_path)
    there, here = model_of(back), model_of(case)

    assert back.errors == ()
    assert {each.code for each in back.diagnostics} == {"DT1013"}  # nobody says what is the case now
    assert there.states == here.states
    assert labels(there) == labels(here)
    assert np.array_equal(there.impact.central, here.impact.central)
    assert back.at().look("system").document["count"] == case.at().look("system").document["count"]


def test_the_file_by_hand(opened: Opener) -> None:
    assert opened(REGION).at().export("scw") == FILE.replace("untitled", opened(REGION).case.case.id)


def test_odd_names_come_back(opened: Opener, tmp_path: Path) -> None:
    back = model_of(there_and_back(opened(REGION), tmp_path))

    assert labels(back) == [
        ("Format of the talks", ["with a mediator", "direct"]),
        ("rivalry", ["-#high", "&low, or none", "none"]),
    ]
    assert np.argwhere(back.impact.central).tolist() == [[1, 4], [2, 1]]


@given(st.integers(2, 4), st.integers(2, 4), st.data())
def test_any_matrix_comes_back(
    tmp_path_factory: pytest.TempPathFactory, one: int, other: int, data: st.DataObject
) -> None:
    effects = st.integers(-3, 3)
    impacts = [
        {"from": f"{a}.s{i}", "on": f"{b}.s{j}", "effect": data.draw(effects), "assumption": "a"}
        for a, m, b, n in (("x", one, "y", other), ("y", other, "x", one))
        for i in range(m)
        for j in range(n)
    ]
    descriptors = [
        {"id": each, "states": [{"id": f"s{k}"} for k in range(count)], "assumption": "a"}
        for each, count in (("x", one), ("y", other))
    ]
    folder = tmp_path_factory.mktemp("drawn")
    case = {"id": "drawn", "title": "Drawn", "as_of": "2025-06-01"}
    written = str({"case": case, "system": {"descriptors": descriptors, "impacts": impacts}})  # which is YAML, too
    (folder / "drawn.yaml").write_text(written, encoding="utf-8")
    here = open_case(folder / "drawn.yaml")

    assert here.errors == ()
    assert np.array_equal(model_of(there_and_back(here, folder)).impact.central, model_of(here).impact.central)


def test_the_table_has_a_row_for_each_state_that_acts(opened: Opener) -> None:
    head, *rows = csv.reader(opened(REGION).at().export("matrix").splitlines())

    assert head == ["from", "format.mediated", "format.direct", "rivalry.high", "rivalry.low", "rivalry.none"]
    assert [row[0] for row in rows] == head[1:]
    assert rows[1] == ["format.direct", "0", "0", "0", "0", "-2"]
    assert rows[2] == ["rivalry.high", "0", "2", "0", "0", "0"]


@pytest.mark.parametrize("to", ["scw", "matrix"])
def test_a_region_that_is_not_there_yet_has_no_file(to: str, opened: Opener) -> None:
    text = REGION.replace("system:\n", "system:\n      from: 2020\n").replace("effect: 2", "since: 2021, effect: 2")
    with pytest.raises(CaseError, match="its section 'system' speaks of the time since 2020"):
        opened(text).at("2019").export(to)
