"""The map: what goes where around the links in dispute, as things are and with them open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.findings import Column, Figure, Finding, Row, Table
from detente.lenses.chapter import Chapter
from detente.lenses.corridor.map.drawn import map_of, tonnes, within
from detente.lenses.corridor.map.pairs import Pair, nodes_of, opened, pairs_of
from detente.lenses.corridor.map.window import window_of
from detente.lenses.corridor.numbers import rounded
from detente.lenses.corridor.seen import seen

if TYPE_CHECKING:
    from detente.lenses.corridor.map.window import Nodes
    from detente.lenses.corridor.options import CorridorOptions
    from detente.lenses.corridor.seen import Seen
    from detente.lenses.look import Look

_SHOWN = 8
_ADDED = "Cargo by rail, road and sea is added up."


@dataclass(frozen=True, slots=True)
class Around:
    """What the map is about.

    Attributes
    ----------
    pairs
        The pairs of places with links between them.
    opened
        The number of the world that is held against the base.
    """

    pairs: tuple[Pair, ...]
    opened: int


def find(look: Look[CorridorOptions]) -> Around | None:
    """Return what there is to draw; ``None`` where no link has both ends on the globe."""
    found = look.once(seen)
    pairs = pairs_of(found) if found is not None else ()
    return Around(pairs, opened(found, pairs)) if found is not None and pairs else None


def show(found: Around, look: Look[CorridorOptions]) -> Finding | None:
    """Draw it, and say where most goes of what the links in dispute would carry."""
    world = look.once(seen)
    if world is None:
        return None
    from detente.models.corridor.boundaries.natural_earth.arrays import natural_earth

    outlines = look.moment.study.beside.boundaries or natural_earth()
    spec = map_of(world, found.pairs, found.opened, outlines)
    label = world.model.worlds[found.opened].label
    headline = _headline(world, found)
    cases = f"Cargo as things are, and with “{label}”" if found.opened else "Cargo as things are"
    about = f"Boundaries as in {outlines.source}, and no position on any. Straight lines are not courses."
    figure = Figure("map", f"{cases}. {about}", f"A map. {headline} {_ADDED}", spec, _table(world, found))
    return Finding("What goes where", headline, figures=(figure,), id="map")


def _headline(world: Seen, found: Around) -> str:
    label = world.model.worlds[found.opened].label
    disputed = [pair for pair in found.pairs if pair.disputed]
    if not disputed:
        return "The map shows what goes where as things are."
    most = max(disputed, key=lambda pair: pair.kt[found.opened])
    if not most.carries(found.opened):
        return "In the model, no cargo takes the links in dispute, whatever regime they run under."
    nodes = nodes_of(world)
    brought = f"{tonnes(most.kt[found.opened])} a year go between {_between(nodes, most)}"
    return f"In the model, with “{label}” {brought}."


def _between(nodes: Nodes, pair: Pair) -> str:
    return " and ".join(nodes[end].label for end in pair.ends)


def _table(world: Seen, found: Around) -> Table:
    """Return what the map draws, and the same in the other worlds in which links in dispute carry something."""
    disputed = [pair for pair in found.pairs if pair.disputed]
    worlds = [0, *(number for number, _ in world.others if any(pair.carries(number) for pair in disputed))]
    columns = (Column(each.id, each.label, "number") for each in (world.model.worlds[number] for number in worlds))
    nodes = nodes_of(world)
    near = within(found.pairs, nodes, window_of(found.pairs, nodes))
    carrying = (pair for pair in near if pair.disputed or pair.carries(*worlds))
    order = sorted(carrying, key=lambda pair: (not pair.disputed, -max(pair.kt[number] for number in worlds)))
    rows = tuple(Row((_between(nodes, pair), *(rounded(pair.kt[number], 2) for number in worlds))) for pair in order)
    caption = "What goes between neighbouring places [thousand tonnes a year]"
    return Table("map", caption, (Column("between", "Between"), *columns), rows, shown=_SHOWN)


CHAPTER = Chapter("map", 35, find, show)
