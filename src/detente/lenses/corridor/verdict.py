"""The verdict of the corridor lens in short: which readings leave what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.corridor.control import chapter
from detente.lenses.corridor.options import CorridorOptions
from detente.lenses.look import Look

if TYPE_CHECKING:
    from collections.abc import Hashable

    from detente.study import Moment


def verdict(moment: Moment) -> Hashable:
    """Return what is left of each pair of readings, and what arrangements that have a name break."""
    return str(chapter.find(Look(moment, CorridorOptions())))
