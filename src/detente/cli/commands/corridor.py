"""``detente corridor``: who gains and who loses when a way opens, and what is true of what is said about it."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.arguments import AsOfOption, CaseArgument, JsonOption, NoCacheOption, ScenarioOption, WithoutOption
from detente.cli.looking import Request, look
from detente.cli.progress import Progress


def command(
    case: CaseArgument,
    as_of: AsOfOption = None,
    scenario: ScenarioOption = None,
    without: WithoutOption = None,
    as_json: JsonOption = False,
    draws: Annotated[int, typer.Option(min=1, max=1 << 14, help="How many draws of uncertain numbers.")] = 512,
    seed: Annotated[int, typer.Option(min=0, help="Seed of the random numbers.")] = 1,
    no_cache: NoCacheOption = False,
) -> None:
    """Say who gains and who loses under each regime and scenario of a route, and test what is claimed of that."""
    from detente.lenses.corridor.options import CorridorOptions

    request = Request(case, as_of, scenario, as_json, cache=not no_cache, without=without)
    look("corridor", request, CorridorOptions(draws, seed), Progress("Looking for routes"))
