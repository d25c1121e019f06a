"""Maps of nothing, of a crowd, and of windows that are far too wide or far too high."""

from __future__ import annotations

from random import Random

from detente.findings.figures.map import Map, Place, Way

_KINDS = ("as now", "more", "less", "nothing")
_WORLD = (0.0, 0.0, 10.0, 8.0)


def specs() -> dict[str, Map]:
    """Return maps: empty, one place, a crowd of sixty with all ways, a strip along the equator and one to the pole."""
    random = Random(1)
    crowd = tuple(Place(random.gauss(5, 2), random.gauss(4, 1.5), f"Place number {k}", k % 3 == 0) for k in range(60))
    ways = tuple(
        Way(k, (7 * k + 1) % 60, random.expovariate(1e-3), random.expovariate(1e-3), k % 5 == 0) for k in range(60)
    )
    heap = tuple(Place(5.0, 4.0, f"Heap {k}", important=True) for k in range(20))
    coast = tuple((0.5 + k * 0.02, 4 + random.uniform(-1, 1)) for k in range(450))
    land = (((*coast, (9.5, 0.0), (0.5, 0.0)),),)
    corners = tuple(Place(x, y, "Corner", important=True) for x in (0.0, 10.0) for y in (0.0, 8.0))
    out = (Place(20.0, 9.0, "Beyond the sea of seas"), Place(-30.0, 4.0, "West"))
    leaving = tuple(Way(k, 4 + k % 2, 10.0**k, 0.0) for k in range(4))
    return {
        "empty": Map(_WORLD, (), (), (), (), _KINDS, "t"),
        "one": Map(_WORLD, (), (Place(5, 4, "Here"),), (Place(5, 4, "One"),), (), _KINDS, "t"),
        "crowd": Map(_WORLD, land, (), crowd, ways, _KINDS, "t"),
        "heap": Map(_WORLD, land, (), heap, (), _KINDS, "t"),
        "corners": Map(_WORLD, land, (Place(0, 0, "Corner land"),), (*corners, *out), leaving, _KINDS, "t"),
        "strip": Map((0.0, -1.0, 90.0, 1.0), (), (), crowd[:5], ways[:0], _KINDS, "t"),
        "pole": Map((0.0, 60.0, 2.0, 90.0), (), (), (Place(1, 89, "Pole", important=True),), (), _KINDS, "t"),
    }
