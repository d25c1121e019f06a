"""``detente show``: where things stand at a date."""

from __future__ import annotations

from detente.cli.arguments import AsOfOption, CaseArgument, JsonOption, ScenarioOption, WithoutOption
from detente.cli.looking import Request, look


def command(
    case: CaseArgument,
    as_of: AsOfOption = None,
    scenario: ScenarioOption = None,
    as_json: JsonOption = False,
    without: WithoutOption = None,
) -> None:
    """Show where things stand: what had happened, what is agreed, what cannot be said."""
    look("chronicle", Request(case, as_of, scenario, as_json, without=without))
