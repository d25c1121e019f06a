"""Why each decision maker stays at a state that a reader asked about, or leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Finding, Statement
from detente.lenses.chapter import Chapter
from detente.lenses.conflict.asked import asked
from detente.lenses.conflict.assumptions import assumptions
from detente.lenses.conflict.concepts import FEARED, method
from detente.lenses.conflict.engine.choice import explicit, if_listed
from detente.lenses.conflict.why.certificates import Certificates, certificates
from detente.lenses.conflict.why.further import further_reasons
from detente.lenses.conflict.why.sanctions import because, sanctions, why
from detente.lenses.conflict.words import maker_names, taken
from detente.lenses.look import AskError
from detente.lenses.wording import listed
from detente.methods.gmcr.stability.analysis import improvements

if TYPE_CHECKING:
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look

MOST_SEARCHED = 1 << 32
"""The most states, times gains whose answers are searched over them: half a minute or so for each concept."""


def find(look: Look[ConflictOptions]) -> Certificates | None:
    """Return the certificates of a state, if one is asked about.

    Raises
    ------
    AskError
        If there are too many gains from it to search for the answers to each.
    """
    analysis = if_listed(look)
    state = None if analysis is None else look.once(asked).why
    if analysis is None or state is None:
        return None
    _refuse_many_gains(analysis, state)
    return certificates(analysis, state)


def show(found: Certificates, look: Look[ConflictOptions]) -> Finding | None:
    """Return who stays at the state and who leaves it, and why."""
    del found
    analysis, state = explicit(look), look.once(asked).why
    if state is None:
        return None
    names = maker_names(analysis)
    leaving = [name for i, name in enumerate(names) if FEARED not in analysis.stays_under(i, state)]
    if leaving:
        headline = f"{listed(leaving)} would leave this state, whatever the others answer."
    else:
        headline = "Everybody has a reason to stay at this state."
    sanctioned = sanctions(analysis, state)
    return Finding(
        "Why they stay or leave",
        headline,
        statements=(
            Statement(f"The state asked about: {'; '.join(taken(analysis, state))}."),
            *(why(analysis, i, each, state=state) for i, each in enumerate(sanctioned)),
            *further_reasons(analysis, state),
        ),
        method=method(analysis),
        assumptions=assumptions(look),
        because=because(analysis, sanctioned),
    )


def _refuse_many_gains(analysis: Explicit, state: int) -> None:
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


CHAPTER = Chapter("why", 20, find, show)
