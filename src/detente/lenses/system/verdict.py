"""The verdict on a region in short: its state, and what is pushed where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.system.options import SystemOptions
from detente.lenses.system.region import region_at
from detente.models.flaw import FlawedModelError

if TYPE_CHECKING:
    from collections.abc import Hashable

    from detente.study import Moment


def verdict(moment: Moment) -> Hashable:
    """Return the state of the region, what pushes it and which gates hold, or why it cannot be modelled."""
    try:
        found = region_at(moment, SystemOptions())
    except FlawedModelError as error:
        return str(error)
    if found is None:
        return None
    states = tuple((name, each.state, each.possible) for name, each in moment.situation.descriptors.items())
    gates = tuple((each.when, each.target) for each in found.system.gates)
    return states, found.pressed(found.now) if found.now is not None else None, gates
