"""Cargo of every flow can get where it wants to go, at some time at least."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.models.corridor.costless import costless
from detente.models.corridor.routes import stranded
from detente.models.corridor.worlds import Network, worlds_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.corridor import Link
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

READS = ("corridor",)


def check(context: Context) -> Iterator[Diagnostic]:
    """Report flows without a route, whatever opens and closes links with time, in the base or under a regime."""
    corridor = context.case.corridor
    if corridor is None or context.lost or any(reference.path[0] == "corridor" for reference in context.dangling):
        return
    lasting = tuple(each for each in corridor.permissions if each.from_ is None and each.to is None)
    network = Network(
        corridor.model_copy(update={"permissions": lasting}),
        frozenset(link.id for link in corridor.links if _is_ever_open(link)),
    )
    flaws = [*stranded(worlds_of(network))]
    if not flaws and all(link.km is not None for link in corridor.links):
        flaws += costless(network)
    yield from (flaw.diagnostic(context.spans) for flaw in flaws)


def _is_ever_open(link: Link) -> bool:
    return (link.status == "open" or link.since is not None) and not (link.available and link.available.never)
