"""Margins of one package for one party, and of many for many."""

from __future__ import annotations

from detente.findings.figures.margins import Margin, Margins, Offer


def specs() -> dict[str, Margins]:
    """Return margins: one, forty offers, many parties, and gains of nothing."""
    many = tuple(
        Margin(f"Party number {k}", k / 20 - 0.5, k / 20 - 0.6, k / 20, f"{k / 20 - 0.5:+.2f}") for k in range(20)
    )
    offers = tuple(
        Offer(k, f"Package {k}: the tolls", "Nash", "nobody blocks", many[k % 9 : k % 9 + 2]) for k in range(40)
    )
    zero = (Margin("North", 0, 0, 0, "0.00"),)
    return {
        "one": Margins((Offer(1, "All", "", "nobody blocks", many[15:16]),), ""),
        "forty": Margins(offers, "four of five draws"),
        "parties": Margins(
            (Offer(1, "All", "best for everybody", "Party number 0 blocks", many),), "four of five draws"
        ),
        "nothing": Margins((Offer(1, "Nothing", "", "nobody blocks", zero),), "four of five draws"),
        "losses": Margins((Offer(1, "War", "", "all block", many[:3]),), "four of five draws"),
    }
