"""``detente verify``: whether forecasts are still those that were sealed.

Exit codes: 0 they are, 1 they are not, 2 wrong usage.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.arguments import CaseArgument, JsonOption
from detente.cli.opening import open_sight, stop
from detente.cli.output import echo_exactly, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.session.foresight.verifying import Verified


def command(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", exists=True, dir_okay=False, show_default=False, help="What 'seal' wrote."),
    ],
    case: CaseArgument,
    as_json: JsonOption = False,
) -> None:
    """Verify a seal byte for byte, and name the forecasts that have changed since."""
    from detente.exports.json_document import as_text
    from detente.session import CaseError
    from detente.session.foresight.verifying import verify

    try:
        found = verify(file, open_sight(case, None, None))
    except CaseError as error:
        raise stop(error.diagnostics) from error
    echo_exactly([as_text(found)])
    if not as_json:
        for line in _words(found):
            say(line, err=True)
    raise typer.Exit(0 if found.holds else 1)


def _words(found: Verified) -> Iterator[str]:
    for name in found.changed:
        yield f"'{name}' is no longer in the case" if name in found.gone else f"'{name}' has changed"
    if found.seal_edited:
        yield "the seal was edited: it is not what 'detente seal' wrote, and proves nothing"
    if found.holds:
        yield f"all that was sealed on {found.sealed} is as it was"
    if found.holds and found.case_changed:
        yield "the case has changed since, but not these forecasts"
