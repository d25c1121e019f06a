"""The verdict on a corridor in short: what comes of each claim, and by how much each world changes transit and fees."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from detente.findings import plain
from detente.lenses.corridor.claims import chapter as claims
from detente.lenses.corridor.options import CorridorOptions
from detente.lenses.corridor.worlds import chapter as worlds
from detente.lenses.look import Look
from detente.models.flaw import FlawedModelError

if TYPE_CHECKING:
    from detente.study import Moment


def verdict(moment: Moment) -> Hashable:
    """Return the verdicts on claims and what each world comes to, or why the corridor cannot be modelled."""
    look = Look(moment, CorridorOptions())
    try:
        found = tuple((each.id, each.verdict) for each in claims.find(look).claims)
        return found, str(plain(worlds.find(look))), str(moment.case.corridor and moment.case.corridor.control)
    except FlawedModelError as error:
        return str(error)
