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
        str,
        typer.Argument(
            metavar="WHAT",
            show_default=False,
            help="What it holds: bibtex, csl, ris, events, actors, positions, nodes, links, matrix, scw, gmcr or ktab.",
        ),
    ],
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            exists=True,
            dir_okay=False,
            show_default=False,
            help="A bibliography, a table (.csv, .tsv, .xlsx), or a file of another program.",
        ),
    ],
    into: Annotated[
        Path | None,
        typer.Option("--into", metavar="CASE", parser=existing_case, help="The case that it has to fit into."),
    ] = None,
    write: Annotated[
        bool,
        typer.Option(
            "--write", help="Add it to the case: records of a list to the file that has it, others as a new file."
        ),
    ] = False,
) -> None:
    """Print what a file adds to a case, and say what is left out; or add it with '--write'."""
    from detente.diagnostics.characters import visible
    from detente.session import CaseError
    from detente.session.making import adding

    if write and into is None:
        raise typer.BadParameter("say which case it is added to, with '--into'", param_hint="--write")
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
    except ImportError as error:
        raise typer.BadParameter(str(error), param_hint="WHAT") from error
    except LookupError as error:
        raise typer.BadParameter(str(error.args[0]), param_hint="WHAT") from error
    except NotADirectoryError as error:
        raise typer.BadParameter(
            f"'{into}' is a single file; a folder can take another one", param_hint="--into"
        ) from error
    except OSError as error:
        raise typer.BadParameter(f"cannot write to '{into}': {error.strerror}", param_hint="--into") from error
