"""Utility planes of one package, and of as many as are ever drawn."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from detente.findings.figures.utility_plane import Dot, Flag, Gap, UtilityAxis, UtilityPlane

_KINDS = ("a package all take", "a package these two take", "a package one of these two does not take")


def specs() -> dict[str, UtilityPlane]:
    """Return utility planes: of one package, of six hundred, with no deal at each end, and with a gap."""
    random = Random(2)
    dots = tuple(Dot(random.random(), random.random(), random.choice((0, 1, 2))) for _ in range(600))
    flags = tuple(
        Flag(dot.x, dot.y, ((k, "Nash, Equal gains, best for both sides"),)) for k, dot in enumerate(dots[:12])
    )
    line = ((0.1, 0.95), (0.5, 0.9), (0.95, 0.1))

    def plane(low: float, high: float) -> UtilityPlane:
        across, up = (UtilityAxis(who, 0, 1, (low, (low + high) / 2, high)) for who in ("North", "South"))
        return UtilityPlane(across, up, _KINDS, dots=dots[:20], flags=flags[:3], frontier=line)

    one, gap = (Dot(0.5, 0.5, 0),), Gap(0.5, 0.4, "North: short by 0.35 of what it has now", "South: short by 0.45")

    return {
        "one": replace(plane(0.5, 0.5), dots=one, flags=(Flag(0.5, 0.5, ((1, "Nash"),)),), frontier=()),
        "crowded": replace(plane(0.3, 0.6), dots=dots, flags=flags),
        "nothing-to-lose": plane(0, 0),
        "everything-to-lose": plane(1, 1),
        "gap": replace(plane(0.8, 0.9), gap=gap),
        "same-place": replace(plane(0.2, 0.4), flags=(Flag(0.7, 0.7, tuple((k, "a rule") for k in range(1, 9))),)),
    }
