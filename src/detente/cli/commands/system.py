"""``detente system``: what holds the region as it is, where it is under pressure, and where shocks lead."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.arguments import AsOfOption, CaseArgument, JsonOption, ScenarioOption, WithoutOption
from detente.cli.looking import Request, look
from detente.cli.progress import Progress
from detente.methods.system.rule import Rule


def command(
    case: CaseArgument,
    as_of: AsOfOption = None,
    scenario: ScenarioOption = None,
    without: WithoutOption = None,
    as_json: JsonOption = False,
    rule: Annotated[Rule | None, typer.Option(help="Follow shocks by one rule only.")] = None,
    cited_only: Annotated[bool, typer.Option("--cited-only", help="Leave out effects that are assumed.")] = False,
    draws: Annotated[int, typer.Option(min=1, max=1 << 14, help="How many draws of uncertain effects.")] = 512,
    seed: Annotated[int, typer.Option(min=0, help="Seed of the random numbers.")] = 1,
) -> None:
    """Say what holds the region as it is, what pushes it, and where each shock would lead."""
    from detente.lenses.system.options import SystemOptions

    options = SystemOptions(rule, cited_only, draws, seed)
    look("system", Request(case, as_of, scenario, as_json, without=without), options, Progress("Following shocks"))
