"""Routes of no way, and of many."""

from __future__ import annotations

from detente.findings.figures.routes import Gain, Hop, Routes

_GAINS = (Gain.GAIN, Gain.EVEN, Gain.COST)


def specs() -> dict[str, Routes]:
    """Return routes: none, one step, forty ways, and a way of twelve steps."""
    hops = [
        Hop(f"Party {k % 3}", _GAINS[k % 3], f"{k}", (f"+ Take up option {k}",), named=k % 4 == 0) for k in range(40)
    ]
    return {
        "none": Routes(("today",), (), (("peace", "no way there"),)),
        "one": Routes(("today",), ((hops[0],),)),
        "forty": Routes(("today", "and since"), tuple((hop,) for hop in hops)),
        "long": Routes(("today",), (tuple(hops[:12]),)),
        "pairs": Routes(("today",), tuple((one, other) for one in hops[:4] for other in hops[4:9])),
    }
