"""``detente brief``: a case in one minute."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.arguments import AsOfOption, CaseArgument, JsonOption, ScenarioOption, command_line
from detente.cli.opening import open_sight, stop
from detente.cli.output import complain, echo_exactly, refuse, write
from detente.cli.progress import Progress


def command(
    case: CaseArgument,
    as_of: AsOfOption = None,
    scenario: ScenarioOption = None,
    as_json: JsonOption = False,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", dir_okay=False, help="Write it to a file: .docx, .html, .md or .txt."),
    ] = None,
) -> None:
    """Say in five sentences where it stands, why it is stuck, what would settle it, when, and who gains."""
    from detente.session import CaseError

    if out is not None and as_json:
        raise typer.BadParameter("'--json' prints and '--out' writes a file: choose one", param_hint="--out")
    if out is not None:
        _write(case, as_of, scenario, out)
        return
    sight = open_sight(case, as_of, scenario)
    try:
        with Progress("Looking at the case"):
            brief = sight.brief()
    except CaseError as error:
        raise stop(error.diagnostics) from error
    if as_json:
        from detente.brief.document import BRIEF
        from detente.exports.json_document import as_text

        echo_exactly([as_text(sight.head(BRIEF), brief)])
    else:
        from detente.cli.text import print_brief

        print_brief(brief)


def _write(case: Path, as_of: str | None, scenario: list[str] | None, out: Path) -> None:
    """Write the brief to a file, in the way that its ending says."""
    from detente.exports.brief_files import writer_for
    from detente.exports.export import ExportError, MissingExtraError
    from detente.session import CaseError

    try:
        writer = writer_for(out)
    except LookupError as error:
        raise typer.BadParameter(str(error.args[0]), param_hint="--out") from error
    sight = open_sight(case, as_of, scenario)
    refuse(out, sight)
    try:
        with Progress("Looking at the case"):
            edition = sight.edition(command_line("brief", case, as_of, scenario), forgive=complain)
            pieces = list(writer.write(edition))
    except CaseError as error:
        raise stop(error.diagnostics) from error
    except (ExportError, MissingExtraError) as error:
        raise typer.BadParameter(str(error), param_hint="--out") from error
    write(pieces, out)
