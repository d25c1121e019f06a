"""What a reader asked to look at more closely: a state's reasons, and the ways from a state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from detente.lenses.conflict.asked_state import state_called
from detente.lenses.conflict.inverse import answers as inverse_document
from detente.lenses.conflict.inverse import chapter as inverse_chapter
from detente.lenses.conflict.inverse import outlook as inverse_outlook
from detente.lenses.conflict.inverse.inverse import Inverse, inverses
from detente.lenses.conflict.ways import chapter as ways
from detente.lenses.conflict.why import certificates as proofs
from detente.lenses.conflict.why import chapter as why
from detente.lenses.conflict.why import further_proofs
from detente.lenses.look import AskError
from detente.methods.gmcr.inverse.search import Limits
from detente.methods.gmcr.stability.analysis import improvements

if TYPE_CHECKING:
    from detente.findings import Finding
    from detente.lenses.conflict.engine.explicit import Analysis
    from detente.lenses.conflict.options import ConflictOptions

MOST_SEARCHED = 1 << 32
"""The most states, times gains whose answers are searched over them: half a minute or so for each concept."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The states that the options name.

    Attributes
    ----------
    analysis
        The conflict.
    state
        Where to say why each stays or leaves, if anywhere.
    start
        Where to show the ways from, if not from the status quo.
    inverse
        What would have to change for a state to hold, if one was asked about.
    """

    analysis: Analysis
    state: int | None
    start: int | None
    inverse: Inverse | None

    @classmethod
    def of(cls, analysis: Analysis, options: ConflictOptions) -> Asked:
        """Return what the options ask for.

        Raises
        ------
        AskError
            If they name a state that is none, or cannot be at this date, or one from which there are too many gains
            to search for the answers to each, or toward which there are too many states to vary preferences.
        """
        state = None if options.why is None else state_called(analysis, options.why, option="why")
        if state is not None:
            _refuse_many_gains(analysis, state)
        start = None if options.start is None else state_called(analysis, options.start, option="from")
        inverse = None
        if options.toward is not None:
            wanted = state_called(analysis, options.toward, option="toward")
            inverse = inverses(analysis, [wanted], Limits(progress=options.progress))[0]
        return cls(analysis, state, start, inverse)

    def why(self) -> Finding | None:
        """Return the chapter on a state's reasons."""
        return None if self.state is None else why.finding(self.analysis, self.state)

    def ways(self) -> Finding | None:
        """Return the chapter on the ways from a state: from the status quo when no other is asked for."""
        if self.start is None:
            return ways.finding(self.analysis, self.analysis.model.status_quo)
        return ways.finding(self.analysis, self.start, asked=True)

    def _certificates(self, state: int) -> dict[str, Any]:
        found = proofs.certificates(self.analysis.model, state)
        for i, certificates in enumerate(found["decision_makers"].values()):
            certificates.update(further_proofs.certificates(self.analysis, i, state))
        return found

    def toward(self) -> Finding | None:
        """Return the chapter on what would have to change: for what everybody prefers, if no state is asked about."""
        if self.inverse is None:
            return inverse_outlook.finding(self.analysis)
        return inverse_chapter.finding(self.inverse)

    def document(self, max_states: int) -> dict[str, Any]:
        """Return the same for programs; above so many states only the ways to named ones."""
        model = self.analysis.model
        brief = int(np.count_nonzero(model.engine.feasible)) > max_states
        found = {} if self.state is None else {"certificates": self._certificates(self.state)}
        found |= {} if self.inverse is None else {"toward": inverse_document.document(self.inverse)}
        return found | ({} if self.start is None else {"paths": proofs.paths(model, self.start, brief=brief)})


def _refuse_many_gains(analysis: Analysis, state: int) -> None:
    engine = analysis.model.engine
    makers = range(len(analysis.model.decision_makers))
    gains = sum(improvements(engine, i, s=state).size for i in makers)
    if gains * engine.feasible.size > MOST_SEARCHED:
        raise AskError(
            "why",
            f"there are {gains:,} gains from this state, and the answers to each are searched over "
            f"{engine.feasible.size:,} states: leave out options that are settled at this date, or join options that "
            "always go together",
        )
