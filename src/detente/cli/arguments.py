"""Arguments that several commands take."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from os.path import exists
from pathlib import Path
from typing import Annotated

import typer


def existing_case(value: str) -> Path:
    """Return the path of a case that a user wrote.

    Raises
    ------
    typer.BadParameter
        If there is nothing at it.
    """
    if not value:
        raise typer.BadParameter("expected a path, got an empty text; the current folder is '.'")
    if not exists(value):  # noqa: PTH110 - of Path it raises for names that are too long
        raise typer.BadParameter(f"path '{value}' does not exist.")
    return Path(value)


CaseArgument = Annotated[
    Path,
    typer.Argument(
        metavar="CASE", parser=existing_case, show_default=False, help="A folder of *.yaml files, or one such file."
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Stand the case at this date, such as 2025-07-31 or 2025-03."),
]
ScenarioOption = Annotated[
    list[str] | None,
    typer.Option("--scenario", metavar="ID", help="Apply a scenario of the case first."),
]
WithoutOption = Annotated[
    list[str] | None,
    typer.Option("--without", metavar="SOURCE", help="Leave a source out, and what rests on it alone. Repeatable."),
]
NoCacheOption = Annotated[bool, typer.Option("--no-cache", help="Look for all routes anew, and keep none.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the results for programs.")]


def command_line(
    command: str, case: Path, as_of: str | None, scenarios: Iterable[str] | None, more: Iterable[str] = ()
) -> str:
    """Return the words that ask a command for the same again."""
    words = ["detente", command, str(case)]
    words += ["--as-of", as_of] if as_of else []
    words += [word for each in scenarios or () for word in ("--scenario", each)]
    words += more
    return shlex.join(words)


def leaving_out(sources: Iterable[str] | None) -> list[str]:
    """Return the words that leave sources out."""
    return [word for each in sources or () for word in ("--without", each)]
