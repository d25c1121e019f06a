"""``detente check``: report every problem in a case.

Exit codes: 0 no errors, 1 errors found, 2 wrong usage. A strict check counts warnings about evidence as errors.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.arguments import CaseArgument
from detente.cli.output import echo_exactly, say
from detente.cli.progress import Progress


class Style(StrEnum):
    """How problems are printed."""

    TEXT = "text"
    JSON = "json"


def command(
    case: CaseArgument,
    style: Annotated[Style, typer.Option("--format", help="For people or for programs.")] = Style.TEXT,
    sources: Annotated[
        Path | None,
        typer.Option(exists=True, file_okay=False, help="A folder with texts of sources, named after their ids."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Count claims without evidence as errors.")] = False,
) -> None:
    """Check a case and list its problems as PATH:LINE:COLUMN."""
    from detente.diagnostics import number_of_errors
    from detente.diagnostics.characters import visible
    from detente.session import open_case

    with Progress("Reading and checking"):
        problems = open_case(case, sources=sources).diagnostics
    if strict:
        problems = tuple(problem.strict() for problem in problems)
    errors = number_of_errors(problems)
    if style is Style.JSON:
        from detente.exports.json_document import as_text
        from detente.session.checking import Checked

        echo_exactly([as_text(Checked.of(problems))])
    else:
        for found in problems:
            say(str(found), err=True)
        warnings = len(problems) - errors
        say(f"{visible(str(case))}: {_count(errors, 'error')}, {_count(warnings, 'warning')}")
    raise typer.Exit(1 if errors else 0)


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
