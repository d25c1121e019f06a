"""Scales with one place and with forty."""

from __future__ import annotations

from detente.findings.figures.scale import Rows, Scale, Stand


def specs() -> dict[str, Scale]:
    """Return scales: one stand, forty, and signs that crowd."""
    stands = tuple(Stand(f"Party number {k}", k * 2.5, k * 2, k * 3, f"{k * 2}–{k * 3}") for k in range(40))
    none = Rows("", "", ())
    signs = tuple((float(10 * k), f"{10 * k}: what this place means") for k in range(11))
    return {
        "one": Scale(0, 100, (), Rows("Where it stands", "where it stands", stands[:1]), none, (50, 50, "likely")),
        "forty": Scale(0, 117, signs[::5], Rows("Where they stand", "one", stands), none, (0, 117, "likely")),
        "crowded": Scale(0, 100, signs, Rows("Where they stand", "one", stands[:3]), none, (20, 21, "likely")),
    }
