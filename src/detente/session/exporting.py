"""Exporting: what a lens found in the format of another program."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.exports.export import Export
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
    return chosen.write(sight.look(chosen.lens, chosen.asks))
