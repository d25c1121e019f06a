"""The states for programs: what can be, how each ranks it, and where who stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.findings import Result
from detente.lenses.chapter import Chapter
from detente.lenses.conflict.engine.choice import if_listed
from detente.lenses.conflict.listing import Feasible, Listing, NamedBy

if TYPE_CHECKING:
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look


@dataclass(frozen=True, slots=True)
class States(Result):
    """A conflict whose states are listed one by one.

    Attributes
    ----------
    decision_makers, options
        Ids, in the order of the case.
    status_quo
        The state the dispute is in; null where the case does not say.
    states
        What can be.
    rank
        By decision maker and state, its rank: 1 is best, ties share a rank; null where states are too many to list.
    stability
        By concept and decision maker, the states at which it stays.
    equilibria
        By concept, the states at which all stay.
    named
        The states that the case gives names to; null where one was merged with nothing that can be now.
    """

    decision_makers: tuple[str, ...]
    options: tuple[str, ...]
    status_quo: str | None
    states: Feasible
    rank: Mapping[str, Mapping[str, int]] | None
    stability: Mapping[str, NamedBy]
    equilibria: NamedBy
    named: Mapping[str, str | None]


def find(look: Look[ConflictOptions]) -> States | None:
    """Return states, ranks, stability and equilibria; long lists become counts with the first ones."""
    analysis = if_listed(look)
    if analysis is None:
        return None
    model, stability = analysis.model, analysis.stability
    listing = Listing.of(analysis, look.options.max_states)
    names = None if listing.brief else listing.names(analysis.states)
    return States(
        model.decision_makers,
        model.options,
        None if model.status_quo is None else model.name(model.status_quo),
        Feasible(int(analysis.states.size), names),
        None if names is None else _ranks(analysis, names),
        {
            key: {maker: listing.held(row) for maker, row in zip(model.decision_makers, rows, strict=True)}
            for key, rows in stability.stable.items()
        },
        listing.by_concept(stability.equilibria),
        {name: None if state is None else model.name(state) for name, state in model.named.items()},
    )


def _ranks(analysis: Explicit, names: tuple[str, ...]) -> dict[str, dict[str, int]]:
    payoffs = analysis.model.engine.payoffs[:, analysis.states]
    return {
        maker: dict(zip(names, (int(row.max()) + 1 - row).tolist(), strict=True))
        for maker, row in zip(analysis.model.decision_makers, payoffs, strict=True)
    }


CHAPTER = Chapter("states", 0, find)
