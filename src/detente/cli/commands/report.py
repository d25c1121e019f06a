"""``detente report``: one accessible page about a case."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.arguments import AsOfOption, CaseArgument, ScenarioOption
from detente.cli.opening import open_sight, stop
from detente.cli.output import complain, is_standard, refuse, write
from detente.cli.progress import Progress

_LONGEST = 100
"""Letters of an id in the name of a file."""


def command(
    case: CaseArgument,
    as_of: AsOfOption = None,
    scenario: ScenarioOption = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            dir_okay=False,
            help="Where to write it; <case id>.html here when omitted, standard output for '-'.",
        ),
    ] = None,
) -> None:
    """Write one page that says where things stand and why they are stuck."""
    from detente.findings import Edition
    from detente.report import render
    from detente.session import CaseError

    sight = open_sight(case, as_of, scenario)
    stamp = sight.stamp(_command_line(case, as_of, scenario))
    path = out or Path(f"{stamp.case[:_LONGEST]}.html")
    if not is_standard(path):
        refuse(path, case)
    try:
        with Progress("Looking at the case"):
            page = render(Edition(stamp, tuple(sight.look_around(forgive=complain))))
    except CaseError as error:
        raise stop(error.diagnostics) from error
    write([page], path)


def _command_line(case: Path, as_of: str | None, scenario: str | None) -> str:
    words = ["detente", "report", str(case)]
    words += ["--as-of", as_of] if as_of else []
    words += ["--scenario", scenario] if scenario else []
    return shlex.join(words)
