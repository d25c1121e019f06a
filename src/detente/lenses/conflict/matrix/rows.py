"""Rows of the matrix: the status quo and the outcomes asked about, or else what holds at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.lenses.conflict.engine.explicit import Explicit
from detente.lenses.conflict.equilibria.ranking import ranking
from detente.lenses.conflict.named import asked_about, status_quo_named
from detente.lenses.conflict.words import taken

if TYPE_CHECKING:
    from detente.lenses.conflict.engine.subject import Subject
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look

MOST_ROWS = 10
"""So many outcomes are tested in one table."""

MOST_UNNAMED = 5
"""Where the case names fewer than two, so many are shown of those that hold."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome that is tested.

    Attributes
    ----------
    name
        What the analyst calls it, or what is done in it.
    state
        Its number.
    named
        Whether the case has a name for it.
    """

    name: str
    state: int
    named: bool = True


def outcomes(analysis: Subject, look: Look[ConflictOptions]) -> tuple[Outcome, ...]:
    """Return the status quo and the outcomes asked about that can be, those better for everybody first.

    Where these are fewer than two, the foremost equilibria follow, as far as states are listed.
    """
    quo = analysis.model.status_quo
    found = [] if quo is None else [Outcome(_of_quo(analysis, quo), quo)]
    found += [Outcome(name, state) for name, state in asked_about(analysis).items()]
    if not isinstance(analysis, Explicit):
        return tuple(found)
    if quo is not None:
        payoffs = analysis.model.engine.payoffs
        found.sort(key=lambda each: each.state != quo and not (payoffs[:, each.state] > payoffs[:, quo]).all())
    if len(found) < 2:
        there = {each.state for each in found}
        others = [state for state in look.once(ranking).states.tolist() if state not in there][:MOST_UNNAMED]
        found += [Outcome("; ".join(taken(analysis, state)), state, named=False) for state in others]
    return tuple(found)


def _of_quo(analysis: Subject, quo: int) -> str:
    called = status_quo_named(analysis, quo)
    return called[:1].upper() + called[1:]
