"""What keeps the worlds of a corridor from being one network: links without a length, nodes that move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule
from detente.models.flaw import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping, Sequence

    from detente.case.corridor import Corridor
    from detente.models.corridor.worlds import World

MOVED = Rule(
    "DT971",
    "a scenario that moves a node to another country",
    "A node is one place in all worlds of a corridor. Add another node, and links to it.",
)
NO_LENGTH = Rule(
    "DT972",
    "a link without a length",
    "What a link costs, and how long it takes, follows from its length: say its 'km'.",
)


def flaws_of(worlds: Sequence[World]) -> Iterator[Flaw]:
    """Yield why there are no arrays for some worlds, the base first."""
    countries: dict[str, str | None] = {}
    for world in worlds:
        corridor = world.network.corridor
        if world.kind != "regime":
            yield from lengthless(corridor, is_written=world.kind == "base")
            yield from moved(corridor, countries, f"in the scenario '{world.id}' ")


def lengthless(corridor: Corridor, *, is_written: bool = True) -> Iterator[Flaw]:
    """Yield the links that have no length; those of a scenario stand at no place of their own."""
    for number, link in enumerate(corridor.links):
        if link.km is None:
            path = ("corridor", "links", number) if is_written else ("corridor", "links")
            yield Flaw(NO_LENGTH, path, f"the link '{link.id}' has no length", "say its 'km'", cause=link.id)


def moved(corridor: Corridor, countries: MutableMapping[str, str | None], where: str = "") -> Iterator[Flaw]:
    """Yield the nodes that lie in another country than in the worlds before.

    Parameters
    ----------
    corridor
        The corridor in one more world.
    countries
        By id, the country of each node in the worlds before, to which those of this one are added.
    where
        In which world that is, in words.
    """
    for node in corridor.nodes:
        if countries.setdefault(node.id, node.country) != node.country:
            message = f"{where}the node '{node.id}' lies in another country"
            yield Flaw(MOVED, ("corridor", "nodes"), message, "add another node, and links to it", cause=node.id)
