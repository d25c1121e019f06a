"""``detente report``: one accessible page about a case."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.arguments import AsOfOption, CaseArgument, ScenarioOption
from detente.cli.opening import open_sight, stop
from detente.cli.progress import Progress


def command(
    case: CaseArgument,
    as_of: AsOfOption = None,
    scenario: ScenarioOption = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", dir_okay=False, help="Where to write it; <case id>.html here when omitted."),
    ] = None,
) -> None:
    """Write one page that says where things stand and why they are stuck."""
    from detente.report import write_report
    from detente.session import CaseError

    sight = open_sight(case, as_of, scenario)
    try:
        with Progress("Looking at the case"):
            findings = sight.look_around()
    except CaseError as error:
        raise stop(error.diagnostics) from error
    stamp = sight.stamp(_command_line(case, as_of, scenario))
    path = out or Path(f"{stamp.case}.html")
    if not path.parent.is_dir():
        raise typer.BadParameter(f"there is no folder '{path.parent}'", param_hint="--out")
    if path.suffix == ".yaml" or path.resolve() == case.resolve():
        raise typer.BadParameter(f"'{path}' would overwrite a case file", param_hint="--out")
    try:
        with Progress("Writing the page"):
            write_report(findings, stamp, path)
    except OSError as error:
        raise typer.BadParameter(f"'{path}' cannot be written: {error.strerror}", param_hint="--out") from error
    typer.echo(f"{path}")


def _command_line(case: Path, as_of: str | None, scenario: str | None) -> str:
    words = ["detente", "report", str(case)]
    words += ["--as-of", as_of] if as_of else []
    words += ["--scenario", scenario] if scenario else []
    return shlex.join(words)
