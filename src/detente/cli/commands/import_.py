"""``detente import``: add to a case what a file of another program holds."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.arguments import existing_case
from detente.cli.opening import stop
from detente.cli.output import echo_exactly, say


def command(
    what: Annotated[
        str, typer.Argument(metavar="WHAT", show_default=False, help="What it holds: nodes, links, matrix or scw.")
    ],
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            exists=True,
            dir_okay=False,
            show_default=False,
            help="A table, such as a .csv file, or a project of ScenarioWizard.",
        ),
    ],
    into: Annotated[
        Path | None,
        typer.Option("--into", metavar="CASE", parser=existing_case, help="The case that it has to fit into."),
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Add it to the case, as a new file of its folder.")] = False,
) -> None:
    """Print what a file adds to a case, and say what is left out; or add it with '--write'."""
    from detente.diagnostics.characters import visible
    from detente.session import CaseError
    from detente.session.making import adding

    if write and into is None:
        raise typer.BadParameter("say which case it is added to, with '--into'", param_hint="--write")
    if write and into is not None and not into.is_dir():
        raise typer.BadParameter(f"'{into}' is a single file; a folder can take another one", param_hint="--into")
    try:
        drawn = adding.draft(what, file, into)
        for warning in drawn.found:
            say(str(warning), err=True)
        if not drawn.text:
            say("nothing is added", err=True)
        elif write and into is not None:
            say(visible(str(adding.write(drawn, what, file, into))))
        else:
            echo_exactly([drawn.text])
    except CaseError as error:
        raise stop(error.diagnostics) from error
    except LookupError as error:
        raise typer.BadParameter(str(error.args[0]), param_hint="WHAT") from error
    except OSError as error:
        raise typer.BadParameter(f"cannot write to '{into}': {error.strerror}", param_hint="--into") from error
