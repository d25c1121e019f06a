"""Writing the page: whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.report.sample import STAMP, edition

from detente.findings import Edition
from detente.report import render, write_report


def test_the_file_is_the_page(tmp_path: Path) -> None:
    write_report(edition(), tmp_path / "report.html")

    assert (tmp_path / "report.html").read_text("utf-8") == render(edition())
    assert [file.name for file in tmp_path.iterdir()] == ["report.html"]


def test_a_page_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("old")
    path.chmod(0o640)
    write_report(Edition(STAMP, ()), path)

    assert path.read_text("utf-8") == render(Edition(STAMP, ()))
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_failure_leaves_the_old_page_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.html"
    path.write_text("old")

    def refuse(self: Path, target: Path) -> Path:
        raise OSError(f"{self.name} may not become {target.name}")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="may not become"):
        write_report(Edition(STAMP, ()), path)

    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["report.html"]


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_report(Edition(STAMP, ()), tmp_path / "nowhere" / "report.html")
