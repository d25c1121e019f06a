"""Exporting: the findings of a lens in the format of another program."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from detente.exports.export import Export
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.conflict.model_document import MAX_STATES
from detente.lenses.conflict.options import ConflictOptions
from detente.lenses.roadmap.options import RoadmapOptions

if TYPE_CHECKING:
    from detente.session.sight import Sight


def export(sight: Sight, chosen: Export) -> Iterable[str | bytes]:
    """Return what stands in a file, piece by piece.

    Raises
    ------
    CaseError
        If the case has nothing to export, or cannot be modelled at this date.
    AskError
        If the conflict is too large.
    ExportError
        If the format cannot hold what is found; raised before the first piece.
    """
    options = {
        "chronicle": ChronicleOptions(model=True),
        "conflict": ConflictOptions(max_states=MAX_STATES, model=True),
        "roadmap": RoadmapOptions(model=True),
    }
    return chosen.write(sight.look(chosen.lens, options[chosen.lens]))
