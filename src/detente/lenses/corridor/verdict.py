"""The verdict on a corridor in short: what comes of each claim, what each world changes, who may control what."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from detente.findings import plain
from detente.lenses.corridor.claims import chapter as claims
from detente.lenses.corridor.control import chapter as control
from detente.lenses.corridor.options import CorridorOptions
from detente.lenses.corridor.worlds import chapter as worlds
from detente.lenses.look import Look
from detente.models.flaw import FlawedModelError

if TYPE_CHECKING:
    from detente.study import Moment


def verdict(moment: Moment) -> Hashable:
    """Return what comes of claims, worlds and readings of control, or why the corridor cannot be modelled."""
    look = Look(moment, CorridorOptions())
    try:
        found = tuple((each.id, each.verdict) for each in claims.find(look).claims)
        return found, str(plain(worlds.find(look))), str(plain(control.find(look)))
    except FlawedModelError as error:
        return str(error)
