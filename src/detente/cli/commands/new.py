"""``detente new``: a case to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.opening import stop
from detente.cli.output import echo_exactly, is_standard, say, shell_word


def command(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", show_default=False, help="Folder to make; '-' prints its one file.")
    ],
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="EXAMPLE|FILE",
            help="Copy an example, such as south-caucasus, or import a .gmcr, .csv, .tsv, .txt or .xlsx file.",
        ),
    ] = None,
) -> None:
    """Make a folder with a small case that passes 'check', a copy of an example, or an imported conflict or table."""
    from detente.diagnostics.characters import visible
    from detente.session import CaseError
    from detente.session.making.starting import draft, start

    try:
        if is_standard(folder):
            text, found = draft(source)
            echo_exactly([text])
        else:
            found = start(folder, source)
    except CaseError as error:
        raise stop(error.diagnostics) from error
    except FileExistsError as error:
        raise typer.BadParameter(f"'{folder}' exists already", param_hint="FOLDER") from error
    except LookupError as error:
        raise typer.BadParameter(str(error.args[0]), param_hint="--from") from error
    except OSError as error:
        raise typer.BadParameter(f"cannot make '{folder}': {error.strerror}", param_hint="FOLDER") from error
    for warning in found:
        say(str(warning), err=True)
    if not is_standard(folder):
        name = shell_word(folder)
        say(f"{visible(str(folder))}: run 'detente check {name}', then 'detente report {name}'")
