"""``detente conflict``: why it is stuck."""

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
    max_states: Annotated[int, typer.Option(min=1, help="Count states instead of listing more than this.")] = 4096,
    why: Annotated[
        str | None, typer.Option(metavar="STATE", help="Say why each stays at this state or leaves it, move by move.")
    ] = None,
    start: Annotated[
        str | None, typer.Option("--from", metavar="STATE", help="Show the ways from this state, not the status quo.")
    ] = None,
    coalitions: Annotated[
        bool, typer.Option("--coalitions", help="Add to the JSON what each coalition stays at.")
    ] = False,
    robust: Annotated[
        bool, typer.Option("--robust", help="Add to the JSON which equilibria survive each small change of wishes.")
    ] = False,
    also: Annotated[
        list[str] | None,
        typer.Option(
            "--also", metavar="CONCEPT", help="Work out a further concept too: sim, l1, l2 and so on, nm. Repeatable."
        ),
    ] = None,
    toward: Annotated[
        str | None,
        typer.Option(metavar="STATE", help="Say what would have to change in whose mind for this state to hold."),
    ] = None,
    draws: Annotated[
        int | None,
        typer.Option(min=1, max=1 << 22, help="Draw so many readings of uncertain preferences if they are too many."),
    ] = None,
    seed: Annotated[int, typer.Option(min=0, help="Seed of these draws.")] = 0,
    engine: Annotated[
        str, typer.Option(help="List states (explicit), keep sets of them (symbolic), or as the size asks for (auto).")
    ] = "auto",
) -> None:
    """Say which outcomes nobody would leave, and why the status quo holds."""
    from detente.lenses.conflict.options import ConflictOptions

    progress = Progress("Looking at the conflict")
    options = ConflictOptions(
        max_states,
        why,
        start,
        coalitions,
        robust,
        tuple(also or ()),
        toward=toward,
        progress=progress,
        draws=draws,
        seed=seed,
        engine=engine,
    )
    look("conflict", Request(case, as_of, scenario, as_json, without=without), options, progress)
