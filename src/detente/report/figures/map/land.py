"""Land: the countries of a map, and the lines around them, each drawn once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from detente.findings.figures.map import Map, Ring
from detente.report.drawing import gaps
from detente.report.drawing.svg import Box
from detente.report.figures.map.projection import Point, Projection


def land(spec: Map, projection: Projection, step: float) -> str:
    """Return all countries as one shape; corners that come to lie in the same step of a grid are one [units]."""
    found = "".join(f"M{'L'.join(f'{x:g} {y:g}' for x, y in ring)}z" for ring in _drawn(spec, projection, step))
    return f'<path class="ground land" d="{found}"/>' if found else ""


def outlines(spec: Map, projection: Projection, step: float, words: Sequence[Box]) -> str:
    """Return the lines around countries, with gaps where words stand; the edges of the map are none."""
    chains = _chains(_drawn(spec, projection, step), projection.box)
    found = "".join(gaps.path(chain, [word for word in words if _meets(chain, word)]) for chain in chains)
    return f'<path class="rule outline" d="{found}"/>' if found else ""


def _drawn(spec: Map, projection: Projection, step: float) -> Iterator[list[Point]]:
    """Yield the rings of all countries on a grid, without what is smaller than its step."""
    for rings in spec.land:
        for ring in rings:
            found = _on_grid(ring, projection, step)
            if len(set(found)) > 2:
                yield found


def _on_grid(ring: Ring, projection: Projection, step: float) -> list[Point]:
    """Return the corners of a ring on the grid; those on the map's edges stay there."""
    box = projection.box
    found: list[Point] = []
    for corner in ring:
        x, y = projection.at(*corner)
        x = x if x in (box.x, box.right) else min(max(round(x / step) * step, box.x), box.right)
        y = y if y in (box.y, box.bottom) else min(max(round(y / step) * step, box.y), box.bottom)
        if not found or found[-1] != (x, y):
            found.append((x, y))
    return found


def _chains(rings: Iterable[list[Point]], box: Box) -> Iterator[list[Point]]:
    """Yield lines that together run along every side of the rings once, but not along the edges of the map."""
    seen: set[frozenset[Point]] = set()
    for ring in rings:
        chain: list[Point] = []
        for one, other in pairwise([*ring, ring[0]]):
            side = frozenset((one, other))
            if len(side) < 2 or side in seen or _on_edge(one, other, box):
                if len(chain) > 1:
                    yield chain
                chain = []
                continue
            seen.add(side)
            chain = [*(chain or [one]), other]
        if len(chain) > 1:
            yield chain


def _on_edge(one: Point, other: Point, box: Box) -> bool:
    (x, y), (to_x, to_y) = one, other
    return (x == to_x and x in (box.x, box.right)) or (y == to_y and y in (box.y, box.bottom))


def _meets(chain: list[Point], word: Box) -> bool:
    across, down = [x for x, _ in chain], [y for _, y in chain]
    return (
        min(across) < word.right + 3
        and word.x - 3 < max(across)
        and min(down) < word.bottom + 3
        and word.y - 3 < max(down)
    )
