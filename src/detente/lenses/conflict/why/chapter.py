"""Why each decision maker stays at a state that a reader asked about, or leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Finding, Statement
from detente.lenses.conflict.model.chapter import assumptions
from detente.lenses.conflict.why.further import further_reasons
from detente.lenses.conflict.why.impasse import method
from detente.lenses.conflict.why.staying import because, why
from detente.lenses.conflict.words import maker_names, taken
from detente.lenses.wording import listed

if TYPE_CHECKING:
    from detente.lenses.conflict.engine.explicit import Analysis


def finding(analysis: Analysis, state: int) -> Finding:
    """Return who stays at a state and who leaves it, and why."""
    names = maker_names(analysis)
    leaving = [name for i, name in enumerate(names) if "gmr" not in analysis.stays_under(i, state)]
    if leaving:
        headline = f"{listed(leaving)} would leave this state, whatever the others answer."
    else:
        headline = "Everybody has a reason to stay at this state."
    return Finding(
        "conflict",
        "why",
        "Why they stay or leave",
        headline,
        statements=(
            Statement(f"The state asked about: {'; '.join(taken(analysis, state))}."),
            *(why(analysis, i, state) for i in range(len(names))),
            *further_reasons(analysis, state),
        ),
        method=method(analysis),
        assumptions=assumptions(analysis),
        because=because(analysis, state),
    )
