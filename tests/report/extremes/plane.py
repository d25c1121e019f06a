"""Planes of one place, and of as many as are ever drawn."""

from __future__ import annotations

from random import Random

from detente.findings.figures.plane import Axis, Pin, Plane, Spot

_KINDS = ("nobody gains by leaving", "gains would be answered", "somebody leaves")


def specs() -> dict[str, Plane]:
    """Return planes: almost empty, full to the last place, and with forty names."""
    one = Plane(Axis("A", 1), Axis("B", 1), _KINDS, (Spot(0, 0, (1, 0, 0)),), (Pin(0, 0, ("today",)),), (0, 0))
    places = [(x, y) for x in range(32) for y in range(32)]
    full = tuple(Spot(x, y, (1, x, y)) for x, y in places)
    pins = tuple(Pin(x, y, (f"outcome {x}", f"the outcome of row {y}")) for x, y in Random(1).sample(places, 40))
    thin = tuple(Spot(pin.x, pin.y, (0, 1, 0)) for pin in pins)
    line = tuple((x, 31 - x) for x in range(32))
    return {
        "one": one,
        "full": Plane(Axis("North", 32), Axis("South", 32), _KINDS, full, pins[:6], (9, 11), line),
        "forty-names": Plane(Axis("North", 32), Axis("South", 32), _KINDS, thin, pins, (pins[0].x, pins[0].y), line),
        "few-steps": Plane(Axis("North", 2), Axis("South", 40), _KINDS, full[:64:32], (), None),
    }
