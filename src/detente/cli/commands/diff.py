"""``detente diff``: what changed between two versions of a case, or between two dates of one.

Exit codes: 0 whether anything changed or not, 1 a case has errors, 2 wrong usage.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.arguments import JsonOption, NoCacheOption, existing_case
from detente.cli.comparing import open_dates, open_versions
from detente.cli.opening import stop
from detente.cli.output import echo_exactly
from detente.cli.progress import Progress

if TYPE_CHECKING:
    from detente.session.sight import Sight


def command(
    old: Annotated[
        Path,
        typer.Argument(metavar="OLD", parser=existing_case, show_default=False, help="The older version of a case."),
    ],
    new: Annotated[
        Path | None,
        typer.Argument(
            metavar="NEW",
            parser=existing_case,
            show_default=False,
            help="The newer version of the case; left out to compare two dates of one.",
        ),
    ] = None,
    begin: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="Compare the case at this date with that of '--to'.")
    ] = None,
    end: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Compare the case at this date with that of '--from'.")
    ] = None,
    as_json: JsonOption = False,
    as_atom: Annotated[bool, typer.Option("--atom", help="Print what changed as an Atom feed.")] = False,
    no_cache: NoCacheOption = False,
) -> None:
    """Say what changed, in the records and in what follows from them: from OLD to NEW, or from one date to another."""
    from detente.session import CaseError

    if as_json and as_atom:
        raise typer.BadParameter("'--json' and '--atom' print two kinds of document: choose one", param_hint="--atom")
    before, after = _sights(old, new, (begin, end), cache=not no_cache)
    try:
        with Progress("Comparing"):
            changes = after.since(before)
    except CaseError as error:
        raise stop(error.diagnostics) from error
    if as_json:
        from detente.changes.result import DIFF
        from detente.exports.json_document import as_text

        echo_exactly([as_text(after.head(DIFF), changes)])
    elif as_atom:
        from detente.session.edition.feed import feed

        echo_exactly([feed(changes, after)])
    else:
        from detente.changes.telling import findings
        from detente.cli.text import print_several

        print_several(after.moment.written.case.label, findings(changes))


def _sights(old: Path, new: Path | None, dates: tuple[str | None, str | None], *, cache: bool) -> tuple[Sight, Sight]:
    """Return what is compared: two versions, each at its own date, or one case at two dates."""
    begin, end = dates
    if new is not None:
        if begin is not None or end is not None:
            message = "two versions stand at their own dates; give dates for one case, or a second case"
            raise typer.BadParameter(message, param_hint="--from" if begin is not None else "--to")
        return open_versions(old, new, cache=cache)
    if begin is None or end is None:
        message = "give a second case, or two dates of this one: '--from DATE --to DATE'"
        raise typer.BadParameter(message, param_hint="NEW" if begin is end else "--from" if begin is None else "--to")
    return open_dates(old, begin, end, cache=cache)
