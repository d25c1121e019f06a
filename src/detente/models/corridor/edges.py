"""The network of a corridor as arrays: its edges, and what keeps cargo from using them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.methods.transport.corridors import Places
from detente.methods.transport.network import Edges, expand
from detente.models.corridor.cargo import Access
from detente.models.corridor.layout import MODES, family, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scipy.sparse import csr_array

    from detente.case.corridor import Link
    from detente.methods.transport.arrays import Bool
    from detente.models.corridor.layout import Layout

_GATEWAYS = ("port", "border")


def edges_of(layout: Layout) -> Edges:
    """Return the expanded network of all ways, whatever world they are open in."""
    ends = np.array([[layout.place[way.a], layout.place[way.b]] for way in layout.ways], dtype=np.int64)
    modes = np.array([MODES.index(way.mode) for way in layout.ways], dtype=np.int64)
    forward = _matrix(_along(layout, forward=True), len(layout.ways), layout)
    backward = _matrix(_along(layout, forward=False), len(layout.ways), layout)
    changes = _matrix(_changes(), len(MODES) ** 2, layout)
    return expand(ends.reshape(-1, 2), modes, places=len(layout.nodes), along=(forward, backward), changes=changes)


def places_of(layout: Layout) -> Places:
    """Return the countries of the places, by number, and which of them are ports or borders."""
    number = {country: at for at, country in enumerate(layout.countries)}
    region = np.array([number.get(node.country or "", -1) for node in layout.nodes], dtype=np.int64)
    return Places(region, np.array([node.kind in _GATEWAYS for node in layout.nodes], dtype=bool))


def closed_ways(layout: Layout) -> Bool:
    """Return which ways each flow cannot use in each world [shape (W, N, L)]."""
    number = {key_of(way): at for at, way in enumerate(layout.ways)}
    found = np.ones((len(layout.worlds), len(layout.flows), len(layout.ways)), dtype=bool)
    for at, world in enumerate(layout.worlds):
        access = Access(world)
        for flow, of in enumerate(layout.flows):
            found[at, flow, [number[key] for key in map(key_of, access.links(of))]] = False
    return found


def _along(layout: Layout, *, forward: bool) -> Iterator[tuple[int, str, float]]:
    """Yield ways, the features along them and how much of these."""
    groups = {group: number for number, group in enumerate(layout.groups)}
    for number, (way, regimes) in enumerate(zip(layout.ways, layout.regimes, strict=True)):
        km = way.km or 0.0
        yield number, f"km:{family(way.mode)}" if way.rate is None else f"km:{number}", km
        if way.border is not None:
            yield number, f"border:{way.border}", 1.0
        if regimes in groups:
            yield number, f"regime:{groups[regimes]}", 1.0
            yield number, f"regime-km:{groups[regimes]}", km
        yield from ((number, f"enter:{k}", 1.0) for k in _entered(layout, way, forward=forward))


def _entered(layout: Layout, way: Link, *, forward: bool) -> Iterator[int]:
    """Yield the premiums of the country that a way leads into."""
    tail, head = (way.a, way.b) if forward else (way.b, way.a)
    into = layout.country[head]
    for number, (_, premium) in enumerate(layout.premiums.values()):
        by = premium.mode is None or premium.mode == way.mode
        if by and into == premium.country and into != layout.country[tail]:
            yield number


def _changes() -> Iterator[tuple[int, str, float]]:
    """Yield changes of mode, and setting out by one, with what that uses."""
    for before, first in enumerate(MODES):
        for after, second in enumerate(MODES):
            row = before * len(MODES) + after
            if second == "sea":
                yield row, "sea-boarding", 1.0
            if first != second:
                yield row, "gauge-change" if family(first) == family(second) else "terminal", 1.0


def _matrix(entries: Iterator[tuple[int, str, float]], rows: int, layout: Layout) -> csr_array:
    from scipy.sparse import csr_array

    found = [(row, layout.features[name], amount) for row, name, amount in entries]
    at = np.array([(row, column) for row, column, _ in found], dtype=np.int64).reshape(-1, 2)
    amounts = np.array([amount for *_, amount in found], dtype=np.float64)
    return csr_array((amounts, (at[:, 0], at[:, 1])), shape=(rows, len(layout.features)))
