"""Transit: who gains and who loses on the way that a package would open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.corridor.balance.words import tonnes
from detente.lenses.corridor.numbers import words
from detente.lenses.corridor.options import CorridorOptions
from detente.lenses.corridor.seen import seen_at
from detente.lenses.corridor.stakes import stakes, weightiest
from detente.lenses.wording import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.brief.matter import Matter
    from detente.lenses.corridor.seen import Seen
    from detente.lenses.corridor.stakes import Stakes

_MILLION = 1e6
_THOUSAND = 1e3


def by_package(matter: Matter, package: Mapping[str, str]) -> str:
    """Return what the regime that a package brings about means for transit and fees; nothing where it brings none."""
    world = _seen(matter)
    number = None if world is None else _brought(matter, world, package)
    if world is None or number is None:
        return ""
    record = world.model.worlds[number].record
    told = _told(stakes(world, number), supposed=record is not None and bool(record.assumption))
    return f"This {told}." if told else ""


def by_itself(matter: Matter) -> str:
    """Return what is at stake in the world in which most cargo changes its way; nothing where none does."""
    world = _seen(matter)
    number = None if world is None else weightiest(world)
    if world is None or number is None:
        return ""
    told = _told(stakes(world, number))
    return f"In the model, {matter.speech.quoted(world.model.worlds[number].label)} {told}." if told else ""


def _seen(matter: Matter) -> Seen | None:
    return seen_at(matter.moment, CorridorOptions()) if matter.tells("corridor") else None


def _brought(matter: Matter, world: Seen, package: Mapping[str, str]) -> int | None:
    """Return the world of the regime whose options, joint acts among them, the outcomes of a package take."""
    taken = {
        option
        for issue in matter.moment.written.issues
        for outcome in issue.outcomes
        if package.get(issue.id) == outcome.id
        for option in outcome.takes or ()
    }
    for number, each in world.others:
        wanted = each.regime.takes if each.regime is not None else None
        if wanted and taken.issuperset(wanted):
            return number
    return None


def _told(found: Stakes, *, supposed: bool = False) -> str:
    """Return who gains and who loses, as what something does: "pays …, costing …"; fees are marked if supposed."""
    gained = ""
    if found.fees is not None:
        much = f"${words(found.fees[1] / _MILLION)} million yearly"
        gained = f"pays {found.fees[0]} {much}{' (assumed)' if supposed else ''}"
    elif found.gain is not None:
        gained = f"brings {found.gain[0]} {tonnes(found.gain[1])} of transit a year"
    if not found.losses:
        return gained
    many = max(much for _, much in found.losses) >= _THOUSAND / 2
    lost = listed([f"{name} {words(much / _THOUSAND) if many else tonnes(much)}" for name, much in found.losses])
    lost += " million tonnes of transit" if many else " of transit"
    return f"{gained}, costing {lost}" if gained else f"costs {lost}"
