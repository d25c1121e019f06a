"""Which claims are told in the open: one of each place that makes any, before further ones of the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.models.corridor.claims.results import ClaimResult

_MOST = 5


def leading(claims: Sequence[ClaimResult]) -> tuple[ClaimResult, ...]:
    """Return the claims that a reader meets first, in their own order."""
    told: dict[str, ClaimResult] = {}
    for each in claims:
        first = str(each.claim.cites[0]) if each.claim.cites else each.claim.id
        told.setdefault(first, each)
    chosen = [each.number for each in told.values()] + [each.number for each in claims]
    numbers = set(list(dict.fromkeys(chosen))[:_MOST])
    return tuple(each for each in claims if each.number in numbers)
