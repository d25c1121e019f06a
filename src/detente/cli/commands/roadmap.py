"""``detente roadmap``: what has to happen first, and when it could be done."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.arguments import AsOfOption, CaseArgument, JsonOption, ScenarioOption, WithoutOption
from detente.cli.looking import Request, look


def command(
    case: CaseArgument,
    as_of: AsOfOption = None,
    scenario: ScenarioOption = None,
    without: WithoutOption = None,
    as_json: JsonOption = False,
    goal: Annotated[
        str | None, typer.Option(metavar="STEP", help="The step to be reached, instead of the case's own goal.")
    ] = None,
    draws: Annotated[int, typer.Option(min=1, max=1 << 22, help="How many draws, where chances are stated.")] = 16_384,
    seed: Annotated[int, typer.Option(min=0, help="Seed of the random numbers.")] = 1,
) -> None:
    """Say which paths lead to the goal, what each waits for, and when it could be done."""
    from detente.lenses.roadmap.options import RoadmapOptions

    look("roadmap", Request(case, as_of, scenario, as_json, without=without), RoadmapOptions(goal, draws, seed))
