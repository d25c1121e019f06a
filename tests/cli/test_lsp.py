"""``detente lsp`` where what it needs is not installed."""

from __future__ import annotations

import importlib.util
from importlib.machinery import ModuleSpec

import pytest
from typer.testing import CliRunner

from detente.cli.main import application


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec

    def all_but_pygls(name: str, package: str | None = None) -> ModuleSpec | None:
        return None if name == "pygls" else found(name, package)

    monkeypatch.setattr("detente.cli.commands.lsp.find_spec", all_but_pygls)

    ran = CliRunner().invoke(application(), ["lsp"])

    assert ran.exit_code == 2
    assert "pip install 'detente[workbench]'" in ran.output
    assert ran.stdout == ""
