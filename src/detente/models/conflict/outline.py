"""The outline of a conflict in either form, and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Collection

from detente.case.conflict import Conflict
from detente.models.conflict import graph, options
from detente.models.conflict.states import Outline


def outline_conflict(
    conflict: Conflict, closed: Collection[str] | None = None, known: Outline | None = None
) -> Outline:
    """Return the outline of ``conflict``.

    Parameters
    ----------
    conflict
        As the case writes it; the options it refers to in lists are known to exist.
    closed
        Ids of options that cannot be taken at the date in question; ``None`` when no date is.
    known
        Its outline at another date, or at none, where that is known: what hangs on no date is not read again.

    Raises
    ------
    FlawedModelError
        If it cannot be modelled; says every reason.
    """
    if conflict.graph is not None:
        return known or graph.outline(conflict, conflict.graph)
    return options.outline(conflict, closed, known)
