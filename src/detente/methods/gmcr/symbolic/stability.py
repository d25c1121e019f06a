"""The stability of all states of a large conflict, as sets of states."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import and_
from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.stability.registry import shipped
from detente.methods.gmcr.symbolic.budget import Budget, DiagramTooLargeError
from detente.methods.gmcr.symbolic.diagram import Diagram
from detente.methods.gmcr.symbolic.form import options_in
from detente.methods.gmcr.symbolic.levels import levels_of, mentioned
from detente.methods.gmcr.symbolic.moves import Moves
from detente.methods.gmcr.symbolic.region import Region
from detente.methods.gmcr.symbolic.sanctioned import Sanctioned

if TYPE_CHECKING:
    from collections.abc import Mapping

    from oxidd.bcdd import BCDDFunction

    from detente.methods.gmcr.stability.concept import Concept
    from detente.methods.gmcr.stability.sanctions import Sanctions
    from detente.methods.gmcr.symbolic.form import SymbolicForm

STATE_BY_STATE = "it is judged state by state, and the states are not listed"
"""Why a concept without a symbolic form is missing."""


@dataclass(frozen=True, slots=True, eq=False)
class SymbolicStability:
    """Which states are stable, by concept key, in the concepts' order.

    Attributes
    ----------
    feasible
        The states that can be.
    stable
        For each concept, by decision maker, the states at which it stays.
    equilibria
        For each concept, the states at which every decision maker stays.
    too_large
        Why a concept is missing from the others: its diagrams outgrow their limits, or it has no symbolic form.
    """

    feasible: Region
    stable: Mapping[str, tuple[Region, ...]]
    equilibria: Mapping[str, Region]
    too_large: Mapping[str, str]


def analyse_symbolic(form: SymbolicForm, budget: Budget | None = None) -> SymbolicStability:
    """Return the stability of all states of a conflict under each concept that has a symbolic form.

    Parameters
    ----------
    form
        The conflict.
    budget
        How much work it may take; the usual when omitted. No concept takes more than its share of what is left, and
        afterwards there is as much again for questions about what was found.

    Raises
    ------
    PreferenceError
        If weights have too many digits to add exactly.
    StatementError
        If a condition does not fit the options.
    DiagramTooLargeError
        If what can be, or what is preferred, outgrows the limits, or no concept can be answered within them.

    References
    ----------
    FangHipelKilgour1993, RegoVieira2017, Bryant1986
    """
    budget = budget or Budget()
    moves = moves_of(form, budget)
    movers = len(form.wants)
    concepts = [concept for concept in shipped().values() if concept.has_symbolic_form]
    stable: dict[str, tuple[Region, ...]] = {}
    refused: dict[str, DiagramTooLargeError] = {}
    for place, concept in enumerate(concepts):
        budget.share(len(concepts) - place)
        try:
            stable[concept.key] = _regions(moves, [stable_states(moves, i, concept) for i in range(movers)])
        except DiagramTooLargeError as error:
            refused[concept.key] = error
    budget.renew()
    if not stable:
        raise next(iter(refused.values()))
    missing = {key: str(refused.get(key, STATE_BY_STATE)) for key in shipped() if key not in stable}
    return SymbolicStability(
        Region(moves.diagram, moves.feasible),
        MappingProxyType({key: regions[:-1] for key, regions in stable.items()}),
        MappingProxyType({key: regions[-1] for key, regions in stable.items()}),
        MappingProxyType(missing),
    )


def _regions(moves: Moves, stable: list[BCDDFunction]) -> tuple[Region, ...]:
    """Return some sets of states, and at the end what they share."""
    shared = moves.diagram.attempt(lambda: reduce(and_, stable, moves.feasible))
    return tuple(Region(moves.diagram, each) for each in (*stable, shared))


def moves_of(form: SymbolicForm, budget: Budget | None = None) -> Moves:
    """Return the moves and levels of a conflict in a diagram of its own; errors are those of the analysis."""
    n = len(form.options)
    one_way = [k for k, way in enumerate(form.directions) if way is not Direction.BOTH]
    before = {k: n + place for place, k in enumerate(one_way)}
    groups = [options_in(condition, form.options) for condition in form.infeasible]
    groups += [{k, copy} for k, copy in before.items()]
    start = n + len(one_way)
    supports, marks = [mentioned(form, wants) for wants in form.wants], []
    for support in supports:
        marks.append(range(start, start + len(support)))
        groups += [{mark, *options} for mark, options in zip(marks[-1], support, strict=True)]
        start += len(support)
    diagram = Diagram(form.options, extra=start - n, groups=groups, budget=budget)
    levels = [
        levels_of(diagram, wants, support, tuple(diagram.variables[k] for k in numbers))
        for wants, support, numbers in zip(form.wants, supports, marks, strict=True)
    ]
    ways = [
        {k: form.directions[k] for k, owner in enumerate(form.owners) if owner == i} for i in range(len(form.wants))
    ]
    return Moves(diagram, diagram.none_of(form.infeasible), ways, before, levels)


def stable_states(moves: Moves, i: int, concept: Concept) -> BCDDFunction:
    """Return the states at which DM ``i`` stays under a concept that has a symbolic form.

    Raises
    ------
    DiagramTooLargeError
        If the diagrams outgrow their limits.
    """
    return concept.symbolic(moves, i) if concept.symbolic else _deterred(moves, i, concept.sanctions)


def _deterred(moves: Moves, i: int, sanctions: Sanctions | None) -> BCDDFunction:
    """Return the states at which DM ``i`` stays when such sanctions deter it."""
    attempt = moves.diagram.attempt
    gain = attempt(lambda: moves.feasible & moves.levels[i].above_marks())
    if sanctions is None:
        leaves = attempt(lambda: moves.levels[i].at_own_level(moves.own(i, gain)))
    else:
        better = moves.own if sanctions.inescapable else (lambda _, states: states)
        harm = attempt(lambda: moves.feasible & ~better(i, gain))
        leaves = Sanctioned(moves, i, gain, credible=sanctions.credible).leaves(harm)
    return attempt(lambda: moves.feasible & ~leaves)
