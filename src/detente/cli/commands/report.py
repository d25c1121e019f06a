"""``detente report``: one accessible page about a case."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.arguments import (
    AsOfOption,
    CaseArgument,
    NoCacheOption,
    WithoutOption,
    command_line,
    existing_case,
    leaving_out,
)
from detente.cli.comparing import open_older
from detente.cli.naming import page_name
from detente.cli.opening import open_sights, stop
from detente.cli.output import complain, is_standard, refuse, write
from detente.cli.progress import Progress

if TYPE_CHECKING:
    from detente.session.sight import Sight


def command(
    case: CaseArgument,
    as_of: AsOfOption = None,
    scenario: Annotated[
        list[str] | None,
        typer.Option("--scenario", metavar="ID", help="Apply a scenario of the case first; several side by side."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            dir_okay=False,
            help="Where to write it; named after the case, the scenario and the date when omitted, "
            "standard output for '-'. A name that ends in .pdf is printed by an installed Chromium.",
        ),
    ] = None,
    since: Annotated[
        Path | None,
        typer.Option(
            "--since",
            metavar="OLD",
            parser=existing_case,
            help="An older version of the case: the page opens with what changed since.",
        ),
    ] = None,
    no_cache: NoCacheOption = False,
    without: WithoutOption = None,
) -> None:
    """Write one page that says where things stand, why they are stuck and what would settle it."""
    from detente.report.printing import PrintingError, browser, printed
    from detente.session import CaseError

    scenarios = list(dict.fromkeys(scenario or ()))
    if since is not None and len(scenarios) > 1:
        message = "a page that sets scenarios side by side opens with no changes; choose one scenario"
        raise typer.BadParameter(message, param_hint="--since")
    sights = open_sights(case, as_of, scenarios, without, cache=not no_cache)
    older = None if since is None else open_older(since, case, sights[0], as_of)
    asked = [*scenarios, *(f"without-{each}" for each in without or ())]
    path = out or Path(page_name(sights[0].moment.case.case.id, asked, as_of))
    more = [*(["--since", str(since)] if since else []), *leaving_out(without)]
    if not is_standard(path):
        refuse(path, sights[0])
    try:
        program = browser() if path.suffix.lower() == ".pdf" else None
        with Progress("Looking at the case"):
            page = _page(sights, command_line("report", case, as_of, scenarios, more), older)
        with Progress("Printing"):
            write([page if program is None else printed(page, program)], path)
    except CaseError as error:
        raise stop(error.diagnostics) from error
    except PrintingError as error:
        raise typer.BadParameter(str(error), param_hint="--out") from error


def _page(sights: list[Sight], command_line: str, older: Sight | None) -> str:
    """Return the page of the only scenario, or several side by side with the case as it is."""
    from detente.report import render, render_comparison

    if len(sights) <= 2:
        return render(sights[-1].edition(command_line, since=older, forgive=complain))
    return render_comparison([sight.edition(command_line, forgive=complain) for sight in sights])
