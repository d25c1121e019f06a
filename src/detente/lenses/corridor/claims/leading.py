"""Which claims are told in the open: those about bystanders first, and one of each place before further ones of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.lenses.corridor.balance.rows import actors_of

if TYPE_CHECKING:
    from detente.case.corridor import CorridorClaim
    from detente.lenses.corridor.seen import Seen
    from detente.models.corridor.claims.results import ClaimResult

_MOST = 3
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9-]*")


def leading(world: Seen) -> tuple[ClaimResult, ...]:
    """Return the claims that a reader meets first."""
    outside = [code for code, actor in actors_of(world).items() if "bystander" in actor.role]
    claims = sorted(world.claims, key=lambda each: not any(speaks_of(world, each.claim, code) for code in outside))
    told: dict[str, ClaimResult] = {}
    for each in claims:
        told.setdefault(str(each.claim.cites[0]) if each.claim.cites else each.claim.id, each)
    firsts = {each.number for each in told.values()}
    return tuple(sorted(claims, key=lambda each: each.number not in firsts)[:_MOST])


def speaks_of(world: Seen, claim: CorridorClaim, code: str) -> bool:
    """Whether the predicate of a claim names a country or a place in it."""
    about = {code, *(node.id for node in world.corridor.nodes if node.country == code)}
    return bool(about.intersection(_WORD.findall(claim.predicate or "")))
