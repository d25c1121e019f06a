"""``detente brief``: a case in one minute."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.arguments import (
    AsOfOption,
    CaseArgument,
    JsonOption,
    NoCacheOption,
    ScenarioOption,
    WithoutOption,
    command_line,
    leaving_out,
)
from detente.cli.opening import open_sight, stop
from detente.cli.output import complain, echo_exactly, refuse, write
from detente.cli.progress import Progress

if TYPE_CHECKING:
    from detente.exports.brief_files import Writer
    from detente.session.sight import Sight


def command(
    case: CaseArgument,
    as_of: AsOfOption = None,
    scenario: ScenarioOption = None,
    as_json: JsonOption = False,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", dir_okay=False, help="Write it to a file: .docx, .html, .md or .txt."),
    ] = None,
    no_cache: NoCacheOption = False,
    without: WithoutOption = None,
) -> None:
    """Say in five sentences where it stands, why it is stuck, what would settle it, when, and who gains."""
    from detente.session import CaseError

    if out is not None and as_json:
        raise typer.BadParameter("'--json' prints and '--out' writes a file: choose one", param_hint="--out")
    writer = None if out is None else _writer(out)
    sight = open_sight(case, as_of, scenario, without, cache=not no_cache)
    if out is not None and writer is not None:
        _write(sight, writer, out, command_line("brief", case, as_of, scenario, leaving_out(without)))
        return
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


def _writer(out: Path) -> Writer:
    """Return what writes a brief to a file, in the way that its ending says."""
    from detente.exports.brief_files import writer_for

    try:
        return writer_for(out)
    except LookupError as error:
        raise typer.BadParameter(str(error.args[0]), param_hint="--out") from error


def _write(sight: Sight, writer: Writer, out: Path, command_line: str) -> None:
    """Write the brief to a file."""
    from detente.exports.export import ExportError, MissingExtraError
    from detente.session import CaseError

    refuse(out, sight)
    try:
        with Progress("Looking at the case"):
            edition = sight.edition(command_line, forgive=complain)
            pieces = list(writer.write(edition))
    except CaseError as error:
        raise stop(error.diagnostics) from error
    except (ExportError, MissingExtraError) as error:
        raise typer.BadParameter(str(error), param_hint="--out") from error
    write(pieces, out)
