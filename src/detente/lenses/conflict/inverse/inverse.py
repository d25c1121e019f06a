"""Inverse analysis: the smallest changes of preferences after which nobody leaves a wanted state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.findings import Method
from detente.lenses.conflict.named import names_of
from detente.lenses.look import AskError
from detente.methods.gmcr.inverse.search import Limits, Outcome, smallest_changes
from detente.models.conflict.changes import Varied, varied

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from detente.case.conflict import Statement as Wanted
    from detente.lenses.conflict.engine.explicit import Explicit

TITLE = "What would have to change"
METHOD = Method(
    "Inverse analysis",
    "fewest edits of the stated preferences",
    (
        ("An edit", "two neighbouring statements change places, one goes, or a simple wish is put in anywhere"),
        ("A simple wish", "that one option, anybody's, is taken, or that it is not; never the state as a whole"),
        ("Rankings and weights", "of a ranking, neighbouring groups change places; weights are not varied"),
        ("Counted once", "lists whose statements say the same of every possible state, in the same order"),
    ),
    references=("KinsaraKilgourHipel2015",),
)

MOST_STATES = 1 << 20
"""The most states, possible or not, of a conflict in which changes are searched."""


@dataclass(frozen=True, slots=True)
class Inverse:
    """A wanted state, and what would have to change for it to hold.

    Attributes
    ----------
    analysis, state
        The conflict and the state.
    varied
        What may be varied in whose preferences.
    outcomes
        By concept, the smallest changes.
    """

    analysis: Explicit
    state: int
    varied: Varied
    outcomes: Mapping[str, Outcome]

    def stated(self, maker: int, item: int) -> Wanted | None:
        """Return a statement of a decision maker by number, or ``None`` where it has ranked groups."""
        preferences = self.analysis.conflict.decision_makers[maker].preferences
        if preferences is None or preferences.statements is None:
            return None
        return preferences.statements[item]

    def called(self) -> str:
        """Return what the state is called."""
        return called(self.analysis, self.state)


def inverses(analysis: Explicit, states: Sequence[int], limits: Limits) -> list[Inverse]:
    """Return for each state what would have to change for it to hold.

    Raises
    ------
    AskError
        If there are too many states to vary preferences over them.
    """
    engine = analysis.model.engine
    if engine.feasible.size > MOST_STATES:
        raise AskError("toward", f"preferences are varied over at most {MOST_STATES:,} states")
    found = varied(analysis.conflict, analysis.model, analysis.moment.closed)
    return [Inverse(analysis, s, found, smallest_changes(engine, s, found.preferences, limits)) for s in states]


def called(analysis: Explicit, state: int) -> str:
    """Return what the analyst calls a state, in quotation marks, or its name in the model."""
    names = names_of(analysis, state)
    return f"“{names[0]}”" if names else f"state {analysis.model.name(state)}"
