"""``detente new``: a case to start from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.asking import ask, at_terminal, names
from detente.cli.opening import stop
from detente.cli.output import echo_exactly, is_standard, say, shell_word

if TYPE_CHECKING:
    from detente.casefile.beginning import Beginning
    from detente.diagnostics import Diagnostic


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
    who: Annotated[
        str | None, typer.Option("--who", metavar="NAMES", help="The parties, with commas between their names.")
    ] = None,
    what: Annotated[str | None, typer.Option("--what", metavar="WORDS", help="What it is about.")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="Since when.")] = None,
    template: Annotated[
        str | None,
        typer.Option(
            "--template",
            metavar="NAME",
            help="What it begins with: conflict, roadmap, settlement, corridor, system or full.",
        ),
    ] = None,
) -> None:
    """Make a folder with a case to start from that passes 'check', a copy of an example, or an imported file."""
    from detente.diagnostics.characters import visible
    from detente.session import CaseError
    from detente.session.making.starting import BeginningError

    said = {"who": who, "what": what, "since": since, "template": template}
    beginning = _beginning(folder, source, {key: text for key, text in said.items() if text is not None})
    try:
        found = _made(folder, source, beginning)
    except CaseError as error:
        raise stop(error.diagnostics) from error
    except BeginningError as error:
        raise typer.BadParameter(str(error)) from error
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


def _made(folder: Path, source: str | None, beginning: Beginning | None) -> tuple[Diagnostic, ...]:
    """Make a folder with a case, or print its one file, and return what to say about it."""
    from detente.session.making.starting import begin, draft, draft_of, start

    if beginning is not None and is_standard(folder):
        echo_exactly([draft_of(beginning)])
        return ()
    if beginning is not None:
        begin(folder, beginning)
        return ()
    if not is_standard(folder):
        return start(folder, source)
    text, found = draft(source)
    echo_exactly([text])
    return found


def _beginning(folder: Path, source: str | None, said: dict[str, str]) -> Beginning | None:
    """Return what a new case is about; ``None`` where nobody says, and nobody can be asked."""
    from detente.casefile.beginning import Beginning

    if source is not None and said:
        raise typer.BadParameter("a case is begun anew, or made of what there is: choose one", param_hint="--from")
    asks = source is None and at_terminal() and not is_standard(folder) and not folder.exists()
    if not said and not asks:
        return None
    usual = Beginning()
    beginning = Beginning(
        names(said["who"]) if "who" in said else usual.who,
        said.get("what", usual.what),
        said.get("since", usual.since),
        said.get("template", usual.template),
    )
    return ask(beginning, frozenset(said)) if asks else beginning
