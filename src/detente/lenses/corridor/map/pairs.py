"""Pairs: what goes between two neighbouring places in two worlds, by whatever means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from detente.case.corridor import Link, Node
    from detente.lenses.corridor.seen import Seen

_FELT = 0.5
"""Less than this is no cargo [thousand tonnes a year]."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two neighbouring places that are on the globe, and the links between them.

    Attributes
    ----------
    ends
        Ids of the two, in alphabetical order.
    links
        The links.
    disputed
        Whether one of them names a regime.
    closed
        Whether none of them can be used as things are.
    kt
        What goes between them in each world [thousand tonnes a year, median; shape (W,)].
    """

    ends: tuple[str, str]
    links: tuple[Link, ...]
    disputed: bool
    closed: bool
    kt: tuple[float, ...]

    def carries(self, *worlds: int) -> bool:
        """Return whether it carries anything to speak of in one of some worlds."""
        return any(self.kt[world] >= _FELT for world in worlds)


def nodes_of(world: Seen) -> Mapping[str, Node]:
    """Return the places that are somewhere on the globe, by id."""
    return {node.id: node for node in world.model.ground.layout.nodes if node.lat is not None and node.lon is not None}


def pairs_of(world: Seen) -> tuple[Pair, ...]:
    """Return the pairs of places with links between them."""
    nodes, ways = nodes_of(world), world.model.ground.layout.courses
    usable = {link.id for link in world.model.worlds[0].links}
    found: dict[tuple[str, str], list[int]] = {}
    for number, link in enumerate(ways):
        if link.a in nodes and link.b in nodes:
            found.setdefault((min(link.a, link.b), max(link.a, link.b)), []).append(number)
    return tuple(
        Pair(
            ends,
            tuple(ways[number] for number in numbers),
            any(ways[number].regime is not None for number in numbers),
            all(ways[number].id not in usable for number in numbers),
            tuple(np.median(world.outcome.links[:, numbers].sum(axis=1), axis=-1).tolist()),
        )
        for ends, numbers in found.items()
    )


def opened(world: Seen, pairs: tuple[Pair, ...]) -> int:
    """Return the first world as written in which links in dispute carry something; the base where there is none."""
    disputed = [pair for pair in pairs if pair.disputed]
    open_ = (number for number, _ in world.others if any(pair.carries(number) for pair in disputed))
    return next(open_, 0)
