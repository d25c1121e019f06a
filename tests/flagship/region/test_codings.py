"""The two independent codings of the region that the flagship's own is made of: that each keeps to the rules."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.conftest import ROOT
from tests.flagship.reading import article
from tests.flagship.test_words import runs

from detente.lenses.system.options import SystemOptions
from detente.lenses.system.region import region_at
from detente.session import OpenCase, open_case

HERE = Path(__file__).parent


@cache
def second(name: str) -> Any:
    return yaml.safe_load((HERE / "second" / f"{name}.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> OpenCase:
    """Return the flagship with the first coding instead of its own region, and without the gates of that coding.

    They were written while nothing asked them. One opens the amendment only under a government that voters have
    confirmed, which is not so in scenarios that begin after the referendum.
    """
    folder = tmp_path_factory.mktemp("region") / "case"
    shutil.copytree(ROOT / "examples" / "south-caucasus", folder)
    before, _, gates = (HERE / "first" / "system.yaml").read_text("utf-8").partition("\n  gates:\n")
    _, _, shocks = gates.partition("\n  shocks:\n")
    (folder / "system.yaml").write_text(f"{before}\n  shocks:\n{shocks}", "utf-8")
    return open_case(folder)


def test_with_its_gates_one_scenario_could_not_begin(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "south-caucasus", tmp_path / "case")
    shutil.copy(HERE / "first" / "system.yaml", tmp_path / "case" / "system.yaml")
    [problem] = open_case(tmp_path / "case").diagnostics
    assert problem.code == "DT700"
    assert problem.message.startswith("after the changes of 'conditions-met': the status quo cannot be")


def test_the_first_coding_is_a_case_without_problems(coded: OpenCase) -> None:
    assert [str(problem) for problem in coded.diagnostics] == []
    assert coded.case.system is not None
    assert 8 <= len(coded.case.system.descriptors) <= 12
    assert {impact.basis for impact in coded.case.system.impacts} == {"stated", "inferred", "assumed"}


def test_every_state_is_known_today_and_every_shock_leads_somewhere(coded: OpenCase) -> None:
    found = region_at(coded.at().moment, SystemOptions())
    assert found is not None
    assert found.now is not None
    document = coded.at().look("system").document
    assert [each["date"] for each in document["dates"]][-1] <= "2025-07-31"
    assert set(document["shocks"]) == {shock.id for shock in found.system.shocks}
    for led in document["shocks"].values():
        for rule in ("global", "incremental", "local"):
            assert sum(end["share"] for end in led[rule]) == pytest.approx(1, abs=1e-3)


def test_the_second_coding_keeps_to_the_scale_and_cites() -> None:
    impacts = second("impacts")
    assert len(impacts) > 50
    for each in impacts:
        low, high = each["effect"] if isinstance(each["effect"], list) else (each["effect"], each["effect"])
        assert -3 <= low <= high <= 3
        assert (each["evidence"] == "assumed") or each["cites"]
    assert {each["from"].split(".")[0] for each in impacts} <= set(second("history"))


def test_neither_copies_a_run_of_words() -> None:
    texts = [path.read_text("utf-8") for path in HERE.rglob("*") if path.suffix in (".yaml", ".md")]
    for original in article():
        assert [run for text in texts for run in runs(text) & runs(original)] == []
