"""``detente compare``: what two texts say together and each alone."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.arguments import JsonOption
from detente.cli.opening import stop
from detente.cli.output import echo_exactly
from detente.cli.progress import Progress


def command(
    first: Annotated[Path, typer.Argument(metavar="A", show_default=False, help="A text file, such as a readout.")],
    second: Annotated[Path, typer.Argument(metavar="B", show_default=False, help="The text to compare it with.")],
    as_json: JsonOption = False,
) -> None:
    """Compare two readouts of one event: what both say, what only one says, and what differs."""
    from detente.session import CaseError
    from detente.session.comparing import Named, compare_files

    try:
        with Progress("Comparing"):
            found = compare_files(first, second)
    except CaseError as error:
        raise stop(error.diagnostics) from error
    if as_json:
        from detente.exports.json_document import as_text

        echo_exactly([as_text(Named(), found)])
    else:
        from detente.cli.comparison import print_comparison

        print_comparison(found, (str(first), str(second)))
