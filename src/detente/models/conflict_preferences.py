"""Preferences of a decision maker as ordinal payoffs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from detente.case.conflict import DecisionMaker
from detente.diagnostics import Rule, Severity
from detente.methods.gmcr.arrays import Bool, Ordinal
from detente.methods.gmcr.expressions import Expression, StatementError
from detente.methods.gmcr.preferences import from_ranking, from_statements, from_weights
from detente.methods.gmcr.truth import truth_table
from detente.models.conflict_text import BAD_STATEMENT
from detente.models.flaw import Flaw, FlawedModelError

BAD_RANKING = Rule(
    "DT502",
    "a ranking that is not one of the feasible states",
    "A ranking lists every feasible state exactly once, best group first; states in a group are equally preferred. "
    "States are strings of Y and N in the order of the options, or their names in graph form.",
)
NO_PREFERENCES = Rule(
    "DT503",
    "a decision maker without preferences",
    "Without preferences a decision maker is taken to be indifferent between all states, so it never wants to move. "
    "Say what it prefers by 'statements', 'weights' or a 'ranking'.",
    Severity.WARNING,
)

Path = tuple[str | int, ...]


def by_statements(statements: Sequence[Expression], options: Sequence[str], feasible: Bool, path: Path) -> Ordinal:
    """Return payoffs from ordered statements [shape (S,)].

    Raises
    ------
    FlawedModelError
        If a pattern does not have one mark for each option.
    """
    truths = []
    for number, statement in enumerate(statements):
        try:
            truths.append(truth_table(statement, options))
        except StatementError as error:
            where = (*path, "statements", number, "when")
            raise FlawedModelError([Flaw(BAD_STATEMENT, where, error.message, offset=error.offset)]) from error
    return from_statements(truths, feasible)


def by_weights(weights: Mapping[str, float], options: Sequence[str], feasible: Bool) -> Ordinal:
    """Return payoffs from the sum of the weights of the options taken [shape (S,)]."""
    return from_weights([weights.get(option, 0.0) for option in options], feasible)


def by_ranking(maker: DecisionMaker, index: Mapping[str, int], feasible: Bool, path: Path) -> Ordinal:
    """Return payoffs from a ranking of every state that can ever be, as far as it is feasible now [shape (S,)].

    Parameters
    ----------
    maker
        The decision maker, whose preferences are a ranking.
    index
        Number of each state that can ever be, by name.
    feasible
        Which states can be now.
    path
        Where the preferences stand.

    Raises
    ------
    FlawedModelError
        If the ranking does not hold every state exactly once.
    """
    ranking = maker.preferences.ranking if maker.preferences and maker.preferences.ranking else ()
    flaws = list(_ranking_flaws(ranking, index, (*path, "ranking")))
    if flaws:
        raise FlawedModelError(flaws)
    numbers = [[index[name] for name in group if feasible[index[name]]] for group in ranking]
    return from_ranking([group for group in numbers if group], feasible)


def _ranking_flaws(ranking: Sequence[Sequence[str]], index: Mapping[str, int], path: Path) -> Iterator[Flaw]:
    seen: set[str] = set()
    for g, group in enumerate(ranking):
        for k, name in enumerate(group):
            if name not in index:
                yield Flaw(BAD_RANKING, (*path, g, k), f"'{name}' is not a feasible state", _some(index))
            elif name in seen:
                yield Flaw(BAD_RANKING, (*path, g, k), f"'{name}' is ranked twice")
            seen.add(name)
    missing = [name for name in index if name not in seen]
    if missing:
        yield Flaw(BAD_RANKING, path, f"the ranking misses {len(missing)} feasible states: {_list(missing)}")


def indifferent(feasible: Bool) -> Ordinal:
    """Return payoffs of one who likes all states equally [shape (S,)]."""
    return from_statements([], feasible) if feasible.any() else np.full(feasible.size, -1, dtype=np.int32)


def _some(index: Mapping[str, int]) -> str:
    return f"the feasible states are {_list(list(index))}"


def _list(names: Sequence[str]) -> str:
    return ", ".join(names[:8]) + (" …" if len(names) > 8 else "")
