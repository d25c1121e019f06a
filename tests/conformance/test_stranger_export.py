"""An export is one file, of whatever lens: where it stands, the command line and Python write it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conformance.planting import CASE, planted
from tests.conftest import Opener
from tests.settlement_cases import settlement_case
from typer.testing import CliRunner

from detente.cli.main import application
from detente.lenses.registry import shipped
from detente.session import open_case

FILE = '''"""A line about what a lens found."""

from detente.exports.export import Export


def write(findings):
    head = findings.head
    yield f"{findings.lens} of {head.case} at {head.as_of}: {sum(map(bool, findings.results))} results\\n"


EXPORT = Export("one line", ".txt", "nearly all", write, "{lens}")
'''


DEALS = '''"""Packages that all accept, one a line: the first three."""

from detente.exports.export import Export
from detente.lenses.settlement.options import SettlementOptions
from detente.lenses.settlement.packages.zone.zone import Zone


def write(findings):
    return [" ".join(entry.package.values()) + "\\n" for entry in findings.result(Zone).zopa]


EXPORT = Export("deals", ".txt", "the rest", write, "settlement", SettlementOptions(max_packages=3))
'''


@pytest.fixture(params=list(shipped()))
def lens(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return the lens whose findings the planted format writes."""
    key: str = request.param
    with planted("detente.exports.formats", "oneline", FILE.replace("{lens}", key), tmp_path):
        yield key


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path


def test_the_command_writes_it(lens: str, case: Path) -> None:
    printed = CliRunner().invoke(application(), ["export", str(case), "--to", "oneline"])

    found = len(open_case(case).at().look(lens).results)
    assert printed.stdout == f"{lens} of small at 2025-06-01: {found} results\n"
    assert printed.stderr == "left out, as the format has no place for it: nearly all\n"
    assert printed.exit_code == 0


def test_python_writes_it(lens: str, case: Path, tmp_path: Path) -> None:
    sight = open_case(case).at()
    sight.save("oneline", tmp_path / "out.txt")

    assert sight.export("oneline").startswith(f"{lens} of small")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == sight.export("oneline")


def test_it_asks_the_lens_for_what_it_wants(opened: Opener, tmp_path: Path) -> None:
    case = opened(settlement_case(["0.3", "0.4"], 3))
    accepted = case.at().settlement().document["packages"]["zopa"]
    with planted("detente.exports.formats", "deals", DEALS, tmp_path):
        written = case.at().export("deals").splitlines()

    assert len(accepted) > 3
    assert written == [" ".join(entry["package"].values()) for entry in accepted[:3]]


def test_an_unknown_format_is_refused_with_the_planted_one_in_the_list(lens: str, case: Path) -> None:
    printed = CliRunner().invoke(application(), ["export", str(case), "--to", "twolines"])

    assert lens
    assert printed.exit_code == 2
    assert "oneline" in printed.output
