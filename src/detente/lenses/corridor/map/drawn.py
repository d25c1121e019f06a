"""What the map draws: countries, places, and ways between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from detente.findings.figures.map import Map, Place, Ring, Way
from detente.lenses.corridor.map.pairs import nodes_of
from detente.lenses.corridor.map.window import Nodes, window_of
from detente.lenses.corridor.numbers import words
from detente.methods.geography.inside import distance_to_outline, inside

if TYPE_CHECKING:
    from detente.case.corridor import Node
    from detente.lenses.corridor.map.pairs import Pair
    from detente.lenses.corridor.seen import Seen
    from detente.methods.geography.great_circle import Float
    from detente.models.corridor.boundaries.outlines import Outlines, Window

_MANY = 1000.0
"""From so much on amounts are counted in millions of tonnes [thousand tonnes]."""

_GRID = 24
"""On how many lines in each direction the best place for the name of a country is looked for."""


def map_of(world: Seen, pairs: Sequence[Pair], opened: int, outlines: Outlines) -> Map:
    """Return the map of the links in dispute and of what lies around them, in the base and in another world."""
    nodes = nodes_of(world)
    window = window_of(pairs, nodes)
    seen = [pair for pair in within(pairs, nodes, window) if _shown(pair, opened)]
    ends = tuple(dict.fromkeys(end for pair in seen for end in pair.ends))
    number = {end: place for place, end in enumerate(ends)}
    scale, unit = _scale(seen, opened)
    matter = _matter(world, seen)
    return Map(
        window,
        tuple(_rings(rings) for _, rings in outlines.within(window)),
        tuple(_countries(world, outlines, window)),
        tuple(_place(nodes[end], important=end in matter) for end in ends),
        tuple(
            Way(
                number[pair.ends[0]],
                number[pair.ends[1]],
                pair.kt[0] / scale,
                pair.kt[opened] / scale,
                disputed=pair.disputed or pair.closed,
                title=_title(pair, nodes, opened),
            )
            for pair in seen
        ),
        ("as things are", "more then", "less then", "closed or in dispute, and without cargo"),
        f"{unit} a year",
    )


def within(pairs: Sequence[Pair], nodes: Nodes, window: Window) -> list[Pair]:
    """Return the pairs that have an end in a window."""
    return [pair for pair in pairs if any(_holds(window, nodes[end]) for end in pair.ends)]


def tonnes(kt: float) -> str:
    """Return an amount in words [thousand tonnes]: "1.6 million tonnes", "340 thousand tonnes"."""
    scale, unit = (_MANY, "million tonnes") if kt >= _MANY else (1.0, "thousand tonnes")
    return f"{words(kt / scale)} {unit}"


def _scale(pairs: Sequence[Pair], opened: int) -> tuple[float, str]:
    """Return in what the map counts amounts: how many thousand tonnes that is, and its name."""
    most = max((max(pair.kt[0], pair.kt[opened]) for pair in pairs), default=0.0)
    return (_MANY, "million tonnes") if most >= _MANY else (1.0, "thousand tonnes")


def _shown(pair: Pair, opened: int) -> bool:
    return pair.disputed or pair.closed or pair.carries(0, opened)


def _holds(window: Window, node: Node) -> bool:
    (lon, lat), (west, south, east, north) = _at(node), window
    return west <= lon <= east and south <= lat <= north


def _at(node: Node) -> tuple[float, float]:
    return float(node.lon or 0), float(node.lat or 0)


def _matter(world: Seen, pairs: Sequence[Pair]) -> set[str]:
    """Return the ids of places that a reader looks for: ends of links in dispute, and capitals that actors go by."""
    called = {alias for actor in world.case.actors if actor.kind == "state" for alias in actor.aliases}
    capitals = {node.id for node in nodes_of(world).values() if node.label in called}
    return capitals | {end for pair in pairs if pair.disputed for end in pair.ends}


def _place(node: Node, *, important: bool) -> Place:
    return Place(*_at(node), node.label, important=important, post=node.kind == "border")


def _title(pair: Pair, nodes: Nodes, opened: int) -> str:
    """Return what a reader who points at a way is told: how it changes; what does not, the table has."""
    now, then = (tonnes(pair.kt[world]) for world in (0, opened))
    ends = " – ".join(nodes[end].label for end in pair.ends)
    return f"{ends}: {now} a year, then {then}" if now != then else ""


def _rings(rings: Sequence[Float]) -> tuple[Ring, ...]:
    return tuple(tuple((round(lon, 4), round(lat, 4)) for lon, lat in ring.tolist()) for ring in rings)


def _countries(world: Seen, outlines: Outlines, window: Window) -> Iterator[Place]:
    """Yield the countries that the case has a name for, each where it lies widest in the window; parties matter."""
    west, south, east, north = window
    parties = {actor.iso for actor in world.case.actors if actor.kind == "state" and "party" in actor.role}
    lines = np.meshgrid(np.linspace(west, east, _GRID + 2)[1:-1], np.linspace(south, north, _GRID + 2)[1:-1])
    grid = np.stack(lines, axis=-1).reshape(-1, 2)
    for country, rings in outlines.within(window):
        within = grid[inside(grid, rings)]
        if country is not None and country in world.names and len(within):
            order = np.argsort(-distance_to_outline(within, rings), kind="stable")
            (lon, lat), *rest = within[order].tolist()
            others = tuple((x, y) for x, y in rest) if country in parties else ()
            yield Place(lon, lat, world.name(country), important=country in parties, others=others)
