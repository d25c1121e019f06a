"""A network is no larger than what can be computed in reasonable time."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

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
TOO_MANY = Rule(
    "DT900",
    "a network that is too large",
    f"The corridor lens looks for the routes of every flow under every regime and scenario. A network holds at most "
    f"{', '.join(f'{most:,} {key}' for key, most in MOST.items())}. Leave out what no flow can use, and draw regions "
    "that are far away with few links.",
)

READS = ("corridor",)


def check(context: Context) -> Iterator[Diagnostic]:
    """Report lists of the network that are too long, at the first record that is too much."""
    corridor = context.case.corridor
    for key, most in MOST.items() if corridor else ():
        number = len(getattr(corridor, key))
        if number > most:
            message = f"the network has {number:,} {key}; the limit is {most:,}"
            yield TOO_MANY.at(context.spans.span("corridor", key, most), message, "leave out what no flow can use")
