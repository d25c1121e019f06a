"""The outline of a conflict in either form, and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Collection

from detente.case.conflict import Conflict
from detente.models.conflict import graph, options
from detente.models.conflict.states import Outline


def outline_conflict(conflict: Conflict, closed: Collection[str] | None = None) -> Outline:
    """Return the outline of ``conflict``.

    Parameters
    ----------
    conflict
        As the case writes it; the options it refers to in lists are known to exist.
    closed
        Ids of options that cannot be taken at the date in question; ``None`` when no date is.

    Raises
    ------
    FlawedModelError
        If it cannot be modelled; says every reason.
    """
    if conflict.graph is not None:
        return graph.outline(conflict, conflict.graph)
    return options.outline(conflict, closed)
