"""The stability of all states of a large conflict, as sets of states."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import and_
from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.stability.registry import shipped
from detente.methods.gmcr.symbolic.answered import Answered
from detente.methods.gmcr.symbolic.budget import Budget, DiagramTooLargeError
from detente.methods.gmcr.symbolic.diagram import Diagram
from detente.methods.gmcr.symbolic.form import options_in
from detente.methods.gmcr.symbolic.levels import levels_of, mentioned
from detente.methods.gmcr.symbolic.moves import Moves
from detente.methods.gmcr.symbolic.region import Region

if TYPE_CHECKING:
    from collections.abc import Mapping

    from oxidd.bcdd import BCDDFunction

    from detente.methods.gmcr.stability.answers import Answers
    from detente.methods.gmcr.symbolic.form import SymbolicForm

CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq")
"""The keys of the concepts that are answered by diagrams."""


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
        Why a concept is missing from the others, if its diagrams outgrow their limits.
    """

    feasible: Region
    stable: Mapping[str, tuple[Region, ...]]
    equilibria: Mapping[str, Region]
    too_large: Mapping[str, str]


def analyse_symbolic(form: SymbolicForm, budget: Budget | None = None) -> SymbolicStability:
    """Return the stability of all states of a conflict under each of ``CONCEPTS``.

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
    stable: dict[str, tuple[Region, ...]] = {}
    refused: dict[str, DiagramTooLargeError] = {}
    for place, key in enumerate(CONCEPTS):
        budget.share(len(CONCEPTS) - place)
        try:
            stable[key] = _regions(moves, [stable_states(moves, i, shipped()[key].answers) for i in range(movers)])
        except DiagramTooLargeError as error:
            refused[key] = error
    budget.renew()
    if not stable:
        raise next(iter(refused.values()))
    return SymbolicStability(
        Region(moves.diagram, moves.feasible),
        MappingProxyType({key: regions[:-1] for key, regions in stable.items()}),
        MappingProxyType({key: regions[-1] for key, regions in stable.items()}),
        MappingProxyType({key: str(error) for key, error in refused.items()}),
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


def stable_states(moves: Moves, i: int, answers: Answers | None) -> BCDDFunction:
    """Return the states at which DM ``i`` stays when improvements are taken away by such answers.

    Raises
    ------
    DiagramTooLargeError
        If the diagrams outgrow their limits.
    """
    attempt = moves.diagram.attempt
    gain = attempt(lambda: moves.feasible & moves.levels[i].above_marks())
    if answers is None:
        leaves = attempt(lambda: moves.levels[i].at_own_level(moves.own(i, gain)))
    else:
        better = moves.own if answers.inescapable else (lambda _, states: states)
        harm = attempt(lambda: moves.feasible & ~better(i, gain))
        leaves = Answered(moves, i, gain, credible=answers.credible).leaves(harm)
    return attempt(lambda: moves.feasible & ~leaves)
