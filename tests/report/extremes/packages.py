"""Packages: one for one side, many for many, and gains of nothing."""

from __future__ import annotations

from detente.findings.figures.packages import Package, Packages, Side


def specs() -> dict[str, Packages]:
    """Return packages: one, forty, many sides, gains of nothing, and only losses."""
    many = tuple(
        Side(f"Party number {k}", k / 20 - 0.5, k / 20 - 0.6, k / 20, f"gains about {k} of 20", barred=k == 9)
        for k in range(20)
    )
    forty = tuple(
        Package(f"Possible {k}", f"Tolls by plan {k}", "nobody", k % 9 < 5, many[k % 9 : k % 9 + 2]) for k in range(40)
    )
    zero = (Side("North", 0, 0, 0, "neither gains nor loses"),)
    return {
        "one": Packages((Package("Now", "All of it", "nobody blocks", False, many[15:16]),), ""),
        "forty": Packages(forty, "four of five draws"),
        "sides": Packages((Package("Later", "All of it", "somebody blocks", True, many),), "four of five draws"),
        "nothing": Packages((Package("Never", "Nothing", "", False, zero),), ""),
        "losses": Packages((Package("Blocked", "War", "all block", True, many[:3]),), "four of five draws"),
        "barred": Packages((Package("Blocked", "A corridor", "", True, (many[9],)),), ""),
    }
