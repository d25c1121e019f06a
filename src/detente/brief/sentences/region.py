"""The region: what in it is under pressure, where nothing else says what keeps things as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.system.now import headline
from detente.lenses.system.options import SystemOptions
from detente.lenses.system.region import region_at

if TYPE_CHECKING:
    from detente.brief.matter import Matter


def region(matter: Matter) -> str:
    """Return what is under pressure in the region; nothing where the case tells of none."""
    found = region_at(matter.moment, SystemOptions()) if matter.tells("system") else None
    return headline(found) if found is not None else ""
