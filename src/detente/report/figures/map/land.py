"""Land: the countries of a map, and the lines around them, each drawn once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from detente.findings.figures.map import Map, Ring
from detente.report.drawing import gaps
from detente.report.drawing.svg import Box
from detente.report.figures.map.projection import Point, Projection
from detente.report.figures.map.thinning import thinned

_GRID = 2.0
"""How far the lines that corners are moved to are from each other [units]."""

_PIECE = 12
"""How many corners a piece of a line has at most: pieces without words on them take fewer letters."""


def land(spec: Map, projection: Projection) -> str:
    """Return all countries as one shape."""
    found = "".join(f"{_path(ring)}z" for ring in _drawn(spec, projection))
    return f'<path class="ground land" d="{found}"/>' if found else ""


def outlines(spec: Map, projection: Projection, words: Sequence[Box]) -> str:
    """Return the lines around countries, with gaps where words stand; the edges of the map are none."""
    found = ""
    for chain in _chains(_drawn(spec, projection), projection.box):
        for piece in (chain[start : start + _PIECE + 1] for start in range(0, len(chain) - 1, _PIECE)):
            met = [word for word in words if _meets(piece, word)]
            found += gaps.path(piece, met) if met else _path(piece)
    return f'<path class="rule outline" d="{found}"/>' if found else ""


def _path(points: Sequence[Point]) -> str:
    """Return a line through points, each told by how far it is from the one before; straight on is one step."""
    steps: list[Point] = []
    for (from_x, from_y), (x, y) in pairwise(points):
        across, down = x - from_x, y - from_y
        if steps and _straight_on(steps[-1], (across, down)):
            across, down = across + steps[-1][0], down + steps.pop()[1]
        steps.append((across, down))
    told = " ".join(f"{across:g} {down:g}" for across, down in steps)
    return f"M{points[0][0]:g} {points[0][1]:g}l{told.replace(' -', '-')}"


def _straight_on(one: Point, other: Point) -> bool:
    return one[0] * other[1] == one[1] * other[0] and one[0] * other[0] + one[1] * other[1] > 0


def _drawn(spec: Map, projection: Projection) -> list[list[Point]]:
    """Return the rings of all countries on a grid, without what is smaller."""
    found = (_on_grid(ring, projection) for rings in spec.land for ring in rings)
    return thinned([ring for ring in found if len(set(ring)) > 2], projection.box)


def _on_grid(ring: Ring, projection: Projection) -> list[Point]:
    """Return the corners of a ring on the grid, each once."""
    found: list[Point] = []
    box = projection.box
    for corner in ring:
        x, y = projection.at(*corner)
        at = _nearest(x, box.x, box.right), _nearest(y, box.y, box.bottom)
        if not found or found[-1] != at:
            found.append(at)
    return found


def _nearest(at: float, low: float, high: float) -> float:
    """Return the line of the grid next to a place; the edges of the map are such lines."""
    found = low + _GRID * round((at - low) / _GRID)
    return high if high - at < _GRID / 2 else found


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
