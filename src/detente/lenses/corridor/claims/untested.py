"""Claims that cannot be tested: what they speak of is not there, or is no number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.corridor.balance.words import where
from detente.lenses.corridor.claims.outputs import called, place
from detente.lenses.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.corridor.seen import Seen
    from detente.models.corridor.claims.results import ClaimResult


def untested(world: Seen, found: ClaimResult) -> str:
    """Return why a claim cannot be tested; nothing for one that can."""
    if found.absent:
        return f"there is no {listed([f'“{world.called(each)}”' for each in found.absent])}"
    if found.probability is not None:
        return ""
    reasons = list(dict.fromkeys(_reasons(world, found)))
    return f"there is no such number{f', as {listed(reasons)}' if reasons else ''}"


def _reasons(world: Seen, found: ClaimResult) -> Iterator[str]:
    """Yield why outputs of a claim are no numbers: of a ratio to nothing its parts say nothing."""
    for asked in found.undefined:
        if asked.name == "change":
            yield f"nothing crosses {world.name(asked.of[0].text)} as things are"
        elif asked.name == "through":
            at = where(world, world.model.world(asked.world) or 0) or " as things are"
            by = listed([place(world, word.text) for word in asked.places])
            yield f"no way of {called(world, asked)} leads through {by}{' in this order' * (len(asked.places) > 1)}{at}"
