"""Whether the status quo of a conflict holds: whether nobody can leave it and gain, whatever others would answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.models.conflict.size import is_large

if TYPE_CHECKING:
    from detente.study import Moment

CREDIBLE = "seq"
"""The concept by which it holds: where others would answer a move in their own interest, it does not gain."""


def status_quo_holds(moment: Moment) -> bool | None:
    """Return whether the status quo is an equilibrium; ``None`` where the case states no status quo, or no conflict.

    Raises
    ------
    FlawedModelError
        If the conflict cannot be modelled at this moment, as where something done in the status quo is closed.
    """
    conflict = moment.case.conflict
    if conflict is None or conflict.status_quo is None:
        return None
    if is_large(conflict):
        model = moment.symbolic
        return None if model.status_quo is None else model.stability.equilibria[CREDIBLE].holds(model.status_quo)
    judged = moment.conflict
    quo = judged.model.status_quo
    return None if quo is None else bool(judged.stability.stable[CREDIBLE][:, quo].all())
