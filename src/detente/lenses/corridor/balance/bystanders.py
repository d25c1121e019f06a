"""Bystanders: a line on each country that is no party but has something at stake, beside what is claimed of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Statement
from detente.lenses.corridor.balance.rows import actors_of
from detente.lenses.corridor.balance.words import gained, most_moved
from detente.lenses.corridor.claims.leading import leading, speaks_of
from detente.lenses.evidence import evidence
from detente.lenses.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.case.corridor import CorridorClaim
    from detente.lenses.corridor.balance.rows import Balance
    from detente.lenses.corridor.seen import Seen

_ROLE = "bystander"


def bystanders(world: Seen, whom: Balance, worlds: Sequence[int]) -> Iterator[Statement]:
    """Yield what is at stake for each bystander whose transit changes, with the first claim that speaks of it."""
    actors = actors_of(world)
    for place in whom.countries if worlds else ():
        code = world.model.countries[place]
        actor = actors.get(code)
        if actor is None or _ROLE not in actor.role:
            continue
        claim = _claim(world, code)
        if claim is not None and any(claim is each.claim for each in leading(world)):
            claim = None  # it stands above, with what the model says of it
        claimed = f" Claimed: {sentence(claim.text)}" if claim is not None else ""
        found = gained(world, most_moved(world, worlds, place), place)
        yield Statement(f"{actor.name} {found}.{claimed}", evidence(claim.cites) if claim is not None else ())


def _claim(world: Seen, code: str) -> CorridorClaim | None:
    """Return the first claim whose predicate speaks of a country or of a place in it."""
    return next((claim for claim in world.corridor.claims if speaks_of(world, claim, code)), None)
