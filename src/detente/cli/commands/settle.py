"""``detente settle``: what both sides could take, and what opens the door."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.arguments import AsOfOption, CaseArgument, JsonOption, ScenarioOption, WithoutOption
from detente.cli.looking import Request, look
from detente.cli.progress import Progress


def command(
    case: CaseArgument,
    as_of: AsOfOption = None,
    scenario: ScenarioOption = None,
    without: WithoutOption = None,
    as_json: JsonOption = False,
    draws: Annotated[int, typer.Option(min=1, max=1 << 20, help="How many draws of uncertain numbers.")] = 4096,
    seed: Annotated[int, typer.Option(min=0, help="Seed of the random numbers.")] = 1,
    challenge: Annotated[
        str | None,
        typer.Option(metavar="PRESET", help="Lead with this reading of the challenge model: all-pairs, literal, …"),
    ] = None,
    no_exchanges: Annotated[bool, typer.Option("--no-exchanges", help="Leave swaps of support out.")] = False,
) -> None:
    """Say what each issue could settle at, which packages beat no deal, who blocks, and what would open the zone."""
    from detente.lenses.settlement.options import SettlementOptions

    progress = Progress("Settling issue by issue")
    options = SettlementOptions(draws, seed, challenge=challenge, exchanges=not no_exchanges, progress=progress)
    look("settlement", Request(case, as_of, scenario, as_json, without=without), options, progress)
