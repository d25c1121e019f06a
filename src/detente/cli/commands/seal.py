"""``detente seal``: the forecasts of a case, so that nobody can mend one unseen."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.arguments import CaseArgument
from detente.cli.opening import open_sight, stop
from detente.cli.output import is_standard, refuse, say, write


def command(
    case: CaseArgument,
    out: Annotated[Path, typer.Option("--out", "-o", dir_okay=False, help="Where to write the seal, a JSON file.")],
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", show_default=False, help="The day of sealing; today when omitted."),
    ] = None,
) -> None:
    """Seal the forecasts of a case: their checksums, and the day."""
    from detente.exports.json_document import canonical
    from detente.session import CaseError
    from detente.session.foresight.sealing import seal

    day = _day(on)
    sight = open_sight(case, None, None)
    refuse(out, sight)
    try:
        made = seal(sight, day)
    except CaseError as error:
        raise stop(error.diagnostics) from error
    write([canonical(made)], out)
    for left in made.left_out:
        say(f"left out '{left.id}': {left.why}", err=True)
    number = len(made.forecasts)
    say(f"sealed {number or 'no'} forecast{'' if number == 1 else 's'} on {made.sealed}", err=True)
    if number and not is_standard(out):
        say(
            "A seal proves its day once somebody else has dated it: publish the file or its checksum, or have it",
            err=True,
        )
        say("stamped by a time-stamping service.", err=True)


def _day(text: str | None) -> date:
    """Return the day of sealing.

    Raises
    ------
    typer.BadParameter
        If it is no day.
    """
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"'{text}' is not a day such as 2025-07-31", param_hint="--on") from error
