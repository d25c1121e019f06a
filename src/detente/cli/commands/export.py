"""``detente export``: a conflict, a roadmap or a table of positions in the format of another program."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.arguments import AsOfOption, CaseArgument, ScenarioOption
from detente.cli.opening import open_sight, stop
from detente.cli.output import is_standard, refuse, say, write
from detente.cli.progress import Progress
from detente.exports.registry import export_called, names


def command(
    case: CaseArgument,
    to: Annotated[
        str, typer.Option("--to", metavar="FORMAT", show_default=False, help=f"One of {', '.join(names())}.")
    ],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", dir_okay=False, help="Where to write it; standard output when omitted or '-'."),
    ] = None,
    as_of: AsOfOption = None,
    scenario: ScenarioOption = None,
) -> None:
    """Write the conflict, the roadmap or the positions of a case in the format of another program."""
    from detente.exports.export import ExportError
    from detente.lenses.look import AskError
    from detente.session import CaseError

    try:
        chosen = export_called(to)
    except LookupError as error:
        raise typer.BadParameter(str(error.args[0]), param_hint="--to") from error
    if out is None and not chosen.is_text:
        raise typer.BadParameter(f"'{to}' is no text: say where to write it, or '-'", param_hint="--out")
    sight = open_sight(case, as_of, scenario)
    if out is not None and not is_standard(out):
        refuse(out, sight)
    try:
        with Progress("Looking at the case"):
            pieces = sight.pieces(to)
        write(pieces, out or Path("-"))
    except CaseError as error:
        raise stop(error.diagnostics) from error
    except (AskError, ExportError) as error:
        raise typer.BadParameter(str(error), param_hint="--to") from error
    say(f"left out, as the format has no place for it: {chosen.leaves_out}", err=True)
