"""A command is one file: where it stands, the help lists it, and it runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from docs.generate import commands
from tests.conformance.planting import planted
from typer.testing import CliRunner

from detente.cli.main import application

FILE = '''"""``detente greet``: say hello."""

from typing import Annotated

import typer

from detente.cli.output import say


def command(
    name: str,
    loud: Annotated[bool, typer.Option("--loud", help="In capitals.")] = False,
    word: Annotated[str, typer.Option()] = "hello",
    times: int = 1,
) -> None:
    """Greet whoever is new here."""
    words = " ".join([word] * times + [name])
    say(words.upper() if loud else words)
'''


@pytest.fixture(autouse=True)
def stranger(tmp_path: Path) -> Iterator[None]:
    """Put the file of a command beside the others."""
    with planted("detente.cli.commands", "greet", FILE, tmp_path):
        yield


def run(*words: str) -> str:
    printed = CliRunner().invoke(application(), list(words))
    assert printed.exit_code == 0, printed.output
    return printed.stdout


def test_the_help_lists_it() -> None:
    lines = [line.split() for line in run("--help").splitlines()]
    assert ["greet", "Greet", "whoever", "is", "new", "here."] in lines


def test_it_runs_and_has_help_of_its_own() -> None:
    assert run("greet", "you") == "hello you\n"
    assert run("greet", "you", "--loud") == "HELLO YOU\n"
    assert run("greet", "you", "--word", "hi", "--times", "2") == "hi hi you\n"
    assert "In capitals." in run("greet", "--help")


def test_it_is_documented() -> None:
    text = commands.text()
    [described] = [part for part in text.split("(command-") if part.startswith("greet)=")]

    assert "Greet whoever is new here." in described
    assert "detente greet NAME [OPTIONS]" in described
    assert "`--loud`\n: In capitals.\n" in described
    assert "`--word TEXT`\n:  Default: `hello`.\n" in described
    assert "`--times NUMBER`\n:  Default: `1`.\n" in described
