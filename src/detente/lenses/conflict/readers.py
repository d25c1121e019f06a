"""Readers: whose reading of the dispute the model of a conflict follows as it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.wording import listed, whose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.case.conflict import Conflict

_OF_THE_CASE = "the reading that this case follows"


def followers(conflict: Conflict) -> tuple[int, ...]:
    """Return the decision makers, by number, whose reading the model as it is written is: they change nothing in it."""
    changing = {perception.by for perception in conflict.perceptions if perception.changes}
    stated = {perception.by for perception in conflict.perceptions} - changing
    return tuple(i for i, maker in enumerate(conflict.decision_makers) if maker.actor in stated)


def reading_of(names: Sequence[str]) -> str:
    """Return what to call the reading of some decision makers; of nobody's, that the case follows it."""
    if not names:
        return _OF_THE_CASE
    return f"{whose(names[0])} reading" if len(names) == 1 else f"the reading of {listed(names)}"


def reading_followed(conflict: Conflict, names: Sequence[str]) -> str:
    """Return what to call the reading that the model as it is written follows.

    Parameters
    ----------
    conflict, names
        The conflict, and what to call its decision makers.
    """
    return reading_of([names[i] for i in followers(conflict)])
