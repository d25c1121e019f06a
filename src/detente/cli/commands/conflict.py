"""``detente conflict``: why it is stuck."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.arguments import AsOfOption, CaseArgument, JsonOption, ScenarioOption
from detente.cli.looking import Request, look


def command(
    case: CaseArgument,
    as_of: AsOfOption = None,
    scenario: ScenarioOption = None,
    as_json: JsonOption = False,
    max_states: Annotated[int, typer.Option(min=1, help="Count states instead of listing more than this.")] = 4096,
) -> None:
    """Say which outcomes nobody would leave, and why the status quo holds."""
    from detente.lenses.conflict.options import ConflictOptions

    look("conflict", Request(case, as_of, scenario, as_json), ConflictOptions(max_states))
