"""``detente watch``: the page is written anew whenever the case is saved.

Exit codes: 0 when it is interrupted, 2 where the page cannot be written.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.arguments import CaseArgument, command_line
from detente.cli.naming import page_name
from detente.cli.output import complain, say, write
from detente.cli.stopping import Stopped

if TYPE_CHECKING:
    from detente.workbench.watching import Look


def command(
    case: CaseArgument,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", dir_okay=False, help="Where to write the page; named after the case when omitted."),
    ] = None,
) -> None:
    """Write the page, and again whenever a file of the case is saved; on a bad save the last good page stays."""
    from detente.workbench.watching import watch

    if out is not None and not out.parent.is_dir():
        raise typer.BadParameter(f"there is no folder '{out.parent}'", param_hint="--out")
    try:
        for look in watch(case, command_line("report", case, None, [])):
            _tell(look, out)
    except Stopped:
        say("stopped watching", err=True)


def _tell(look: Look, out: Path | None) -> None:
    """Print what is wrong, and write the page where there is one."""
    for problem in look.problems:
        say(problem, err=True)
    for fault in look.faults:
        complain(fault)
    path = out or Path(page_name(look.case))
    if path.suffix == ".yaml" or path.resolve() in look.files:
        raise typer.BadParameter(f"'{path}' would overwrite a file of the case", param_hint="--out")
    if look.page:
        write([look.page], path)
    else:
        say("no new page: the case has errors", err=True)
    sys.stdout.flush()
