"""Bystanders: a line on each country that is no party but has something at stake, beside what is claimed of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.findings import Statement
from detente.lenses.corridor.balance.rows import actors_of
from detente.lenses.corridor.balance.words import gained, most_moved, paid, where
from detente.lenses.evidence import evidence
from detente.lenses.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.corridor import CorridorClaim
    from detente.lenses.corridor.balance.rows import Balance
    from detente.lenses.corridor.seen import Seen

_ROLE = "bystander"
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9-]*")


def bystanders(world: Seen, whom: Balance) -> Iterator[Statement]:
    """Yield what is at stake for each bystander whose transit changes, with the first claim that speaks of it."""
    actors = actors_of(world)
    for place in whom.countries if whom.worlds else ():
        code = world.model.countries[place]
        actor = actors.get(code)
        if actor is None or _ROLE not in actor.role:
            continue
        number = most_moved(world, whom, place)
        computed = listed([each for each in (gained(world, number, place), paid(world, number, code)) if each])
        claim = _claim(world, code)
        claimed = f" Claimed: “{claim.text.strip().rstrip('.')}”." if claim is not None else ""
        text = f"{actor.name}, a bystander, sees most change{where(world, number)}: {computed}.{claimed}"
        yield Statement(text, evidence(claim.cites) if claim is not None else ())


def _claim(world: Seen, code: str) -> CorridorClaim | None:
    """Return the first claim whose predicate speaks of a country or of a place in it."""
    about = {code, *(node.id for node in world.corridor.nodes if node.country == code)}
    for claim in world.corridor.claims:
        if about.intersection(_WORD.findall(claim.predicate or "")):
            return claim
    return None
