"""Looking at a case through one lens: the body of every command that prints findings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from detente.cli.opening import open_sight, stop
from detente.cli.output import complain, echo_exactly
from detente.cli.progress import Progress


@dataclass(frozen=True, slots=True)
class Request:
    """What a command was asked: a case, a date, a scenario, whether programs read the answer, and what is kept.

    ``without`` are the sources that are left out.
    """

    case: Path
    as_of: str | None
    scenario: list[str] | None
    as_json: bool
    cache: bool = True
    without: list[str] | None = None


def look(lens: str, request: Request, options: Any = None, progress: Progress | None = None) -> None:
    """Print what a lens says of a case; ``progress`` is shown while it looks, and no longer.

    Raises
    ------
    typer.Exit
        If the case has errors, or nothing for this lens.
    typer.BadParameter
        If an option does not fit the case.
    """
    from detente.lenses.look import AskError
    from detente.session import CaseError

    sight = open_sight(request.case, request.as_of, request.scenario, request.without, cache=request.cache)
    try:
        with progress or Progress("Looking at the case"):
            findings = sight.look(lens, options, forgive=None if request.as_json else complain)
    except CaseError as error:
        raise stop(error.diagnostics) from error
    except AskError as error:
        raise typer.BadParameter(str(error), param_hint=f"--{error.option}") from error
    if request.as_json:
        from detente.exports.json_document import to_json

        echo_exactly([to_json(findings)])
    else:
        from detente.cli.text import print_findings

        print_findings(findings)
