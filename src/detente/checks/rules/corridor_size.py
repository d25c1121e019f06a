"""A network is no larger than what can be computed in reasonable time."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.corridor import Corridor
    from detente.case.scenario import Scenario
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

MOST = MappingProxyType(
    {
        "nodes": 500,
        "links": 2000,
        "borders": 500,
        "regimes": 20,
        "flows": 200,
        "premiums": 500,
        "permissions": 500,
        "claims": 200,
    }
)
EACH_TIME = 100
"""So many links would take as long as each look for the routes of a flow takes anyway."""

MOST_WORK = 300_000
"""So many links and more, times flows and worlds, are looked through in about half a minute."""

TOO_MANY = Rule(
    "DT900",
    "a network that is too large",
    f"The corridor lens looks for the routes of every flow under every regime and scenario. A network holds at most "
    f"{', '.join(f'{most:,} {key}' for key, most in MOST.items())}. It is looked through once for each flow in the "
    f"case as it is, under each regime, and in each scenario that changes the network; so many times its links and "
    f"{EACH_TIME} more are at most {MOST_WORK:,}, which takes about half a minute. Leave out what no flow can use, and "
    "draw regions that are far away with few links.",
)

READS = ("corridor", "scenarios")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report lists of the network that are too long, at the first record that is too much, and too much in all."""
    corridor = context.case.corridor
    if corridor is None:
        return
    yield from _lists(context, corridor)
    worlds = 1 + len(corridor.regimes) + sum(map(_moves, context.case.scenarios))
    work = len(corridor.flows) * worlds * (len(corridor.links) + EACH_TIME)
    if work > MOST_WORK:
        times = f"{len(corridor.flows):,} flows by {len(corridor.links):,} links in {worlds} worlds"
        message = f"{times} are too much to look through; the limit would be {MOST_WORK / work:.0%} of that"
        hint = "leave out what no flow can use, regimes or scenarios"
        yield TOO_MANY.at(context.spans.span("corridor", "flows"), message, hint)


def _moves(scenario: Scenario) -> bool:
    """Whether a scenario changes the network itself, so that it is a world of its own."""
    return any(change.target.split(".")[0] == "corridor" for change in scenario.changes)


def _lists(context: Context, corridor: Corridor) -> Iterator[Diagnostic]:
    for key, most in MOST.items():
        number = len(getattr(corridor, key))
        if number > most:
            message = f"the network has {number:,} {key}; the limit is {most:,}"
            yield TOO_MANY.at(context.spans.span("corridor", key, most), message, "leave out what no flow can use")
