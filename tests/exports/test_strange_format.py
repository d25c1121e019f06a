"""A format that nobody knew of, one file in a folder, writes what the settlement lens found."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from tests.conftest import Opener
from tests.settlement_cases import settlement_case
from typer.testing import CliRunner

from detente.cli.main import application
from detente.exports import formats
from detente.exports.registry import names

STRANGER = '''
    """Packages that all accept, one a line."""

    from detente.exports.export import Export
    from detente.lenses.settlement.options import SettlementOptions
    from detente.lenses.settlement.packages.zone.zone import Zone


    def write(findings):
        """Return what all accept, the first three of it."""
        return [" ".join(entry.package.values()) + "\\n" for entry in findings.result(Zone).zopa]


    EXPORT = Export("deals", ".txt", "the rest", write, "settlement", SettlementOptions(max_packages=3))
'''


@pytest.fixture(autouse=True)
def planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "formats"
    folder.mkdir()
    (folder / "deals.py").write_text(dedent(STRANGER), encoding="utf-8")
    monkeypatch.setattr(formats, "__path__", [*formats.__path__, str(folder)])


def test_it_writes_what_it_asked_the_lens_for(opened: Opener) -> None:
    case = opened(settlement_case(["0.3", "0.4"], 3))
    accepted = case.at().look("settlement").document["packages"]["zopa"]

    assert "deals" in names()
    assert len(accepted) > 3
    written = case.at().export("deals").splitlines()
    assert written == [" ".join(entry["package"].values()) for entry in accepted[:3]]


def test_the_command_knows_it(opened: Opener, tmp_path: Path) -> None:
    case = opened(settlement_case(["0.3", "0.4"], 3))
    out = tmp_path / "deals.txt"
    done = CliRunner().invoke(application(), ["export", str(case.path), "--to", "deals", "--out", str(out)])

    assert done.exit_code == 0
    assert out.read_text("utf-8") == case.at().export("deals")
