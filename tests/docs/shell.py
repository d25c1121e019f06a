"""Console blocks: the commands they show, and whether the output they show is what comes."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.docs.pages import ROOT, Block
from typer.testing import CliRunner

from detente.cli.main import application

TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
ELLIPSIS = "..."
ENDLESS = {"serve", "watch"}
"""Commands that run until they are stopped."""


@dataclass(slots=True)
class Shell:
    """Runs the commands of a page one after the other and keeps the last exit code."""

    exit_code: int = 0
    ran: list[str] = field(default_factory=list)

    def run(self, block: Block) -> None:
        """Run each command of a console block and compare what it prints with what the page shows."""
        for command, shown in steps(block.text):
            self.ran.append(command)
            printed = self._run(command, block)
            if printed is not None:
                problem = f"{block.where}: '{command}' printed\n{printed}\nbut the page shows\n" + "\n".join(shown)
                assert matches(shown, printed.splitlines()), problem

    def _run(self, command: str, block: Block) -> str | None:
        """Return what a command prints, or ``None`` for one that is only checked to exist."""
        words = shlex.split(command)
        if command == "echo $?":
            return str(self.exit_code)
        if words[0] == "make":
            assert set(words[1:]) <= TARGETS, f"{block.where}: the Makefile has no '{command}'"
            return None
        assert words[0] == "detente", f"{block.where}: a page shows 'detente' and 'make' only, not '{command}'"
        if words[1] in ENDLESS:
            read = CliRunner().invoke(application(), [*words[1:], "--help"])
            assert read.exit_code == 0, f"{block.where}: {read.output}"
            return None
        arguments, _, target = command.removeprefix("detente ").partition(" > ")
        result = CliRunner().invoke(application(), shlex.split(arguments))
        assert result.exception is None or isinstance(result.exception, SystemExit), f"{block.where}: {command}"
        self.exit_code = result.exit_code
        if not target:
            return result.output
        with open(target, "w", encoding="utf-8") as file:  # noqa: PTH123
            file.write(result.stdout)
        return result.stderr


def steps(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each command after a ``$`` with the lines shown below it."""
    command, shown = "", list[str]()
    for line in text.splitlines():
        if line.startswith("$ "):
            if command:
                yield command, shown
            command, shown = line[2:], []
        else:
            shown.append(line)
    if command:
        yield command, shown


def matches(shown: list[str], printed: list[str]) -> bool:
    """Whether lines are as shown; a line of three dots stands for any number of lines."""
    pattern = "".join(r"(?:.*\n)*?" if line.strip() == ELLIPSIS else re.escape(line.rstrip()) + r"\n" for line in shown)
    return re.fullmatch(pattern, "".join(f"{line.rstrip()}\n" for line in printed)) is not None
