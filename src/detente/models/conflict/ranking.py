"""Rankings: whether one lists every state that can be, exactly once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from detente.case.conflict import Conflict
from detente.diagnostics import Rule
from detente.methods.gmcr.preference.exact_weights import PreferenceError, whole_weights
from detente.methods.gmcr.preference.expressions import Expression
from detente.methods.gmcr.preference.state_sets import holds
from detente.methods.gmcr.states import state_index
from detente.models.flaw import Flaw

BAD_RANKING = Rule(
    "DT502",
    "a ranking that is not one of the feasible states",
    "A ranking lists every feasible state exactly once, best group first; states in a group are equally preferred. "
    "States that only a later date makes possible may be left out as long as no such date is asked for. "
    "States are strings of Y and N in the order of the options, or their names in graph form.",
)

AGAINST_RED_LINE = Rule(
    "DT560",
    "a ranking against a red line",
    "States that cross a red line rank below all that cross none, for the side that drew it. Put them last in its "
    "ranking, or mend the red line.",
)

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Rankable:
    """The states that a ranking must list.

    Attributes
    ----------
    known
        Whether a name is that of a state that can ever be, and so may be ranked.
    names
        Return the names of the states that must be ranked, in order.
    """

    known: Callable[[str], bool]
    names: Callable[[], Iterable[str]]


def ranking_flaws(conflict: Conflict, states: Rankable) -> Iterator[Flaw]:
    """Yield what is wrong with every ranking of a conflict."""
    for number, maker in enumerate(conflict.decision_makers):
        ranking = maker.preferences.ranking if maker.preferences else None
        if ranking is not None:
            yield from _flaws(ranking, states, ("conflict", "decision_makers", number, "preferences", "ranking"))


def red_line_flaws(conflict: Conflict, options: Sequence[str], accepted: Sequence[Expression | None]) -> Iterator[Flaw]:
    """Yield the first state in every ranking that crosses a red line and does not rank below all that cross none.

    Parameters
    ----------
    conflict
        A conflict in option form whose rankings have no flaws.
    options
        Ids of the options in written order.
    accepted
        By decision maker, that it accepts a state; ``None`` where it has no red lines.
    """
    for number, (maker, condition) in enumerate(zip(conflict.decision_makers, accepted, strict=True)):
        ranking = maker.preferences.ranking if maker.preferences else None
        if not ranking or condition is None:
            continue
        kept = [[holds(condition, options, state=state_index(name)) for name in group] for group in ranking]
        last = max((g for g, group in enumerate(kept) if any(group)), default=-1)
        crossing = ((g, k) for g, group in enumerate(kept[: last + 1]) for k, held in enumerate(group) if not held)
        for g, k in islice(crossing, 1):
            path = ("conflict", "decision_makers", number, "preferences", "ranking", g, k)
            better = ranking[last][kept[last].index(True)]
            message = f"'{ranking[g][k]}' crosses a red line of '{maker.actor}', but does not rank below '{better}'"
            yield Flaw(AGAINST_RED_LINE, path, f"{message}, which crosses none", "put it in a group after that")


def weight_flaws(conflict: Conflict) -> Iterator[Flaw]:
    """Yield the weights of a conflict that cannot be added exactly."""
    for number, maker in enumerate(conflict.decision_makers):
        try:
            whole_weights(list(((maker.preferences and maker.preferences.weights) or {}).values()))
        except PreferenceError as error:
            yield Flaw(BAD_RANKING, ("conflict", "decision_makers", number, "preferences", "weights"), str(error))


def _flaws(ranking: Sequence[Sequence[str]], states: Rankable, path: tuple[str | int, ...]) -> Iterator[Flaw]:
    seen: set[str] = set()
    for g, group in enumerate(ranking):
        for k, name in enumerate(group):
            if not states.known(name):
                hint = f"the feasible states are {_listed(states.names())}"
                yield Flaw(BAD_RANKING, (*path, g, k), f"'{name}' is not a feasible state", hint)
            elif name in seen:
                yield Flaw(BAD_RANKING, (*path, g, k), f"'{name}' is ranked twice")
            else:
                seen.add(name)
    missing = [name for name in states.names() if name not in seen]
    if missing:
        what = f"{len(missing)} feasible state{'' if len(missing) == 1 else 's'}"
        yield Flaw(BAD_RANKING, path, f"the ranking misses {what}: {_listed(missing)}")


def _listed(names: Iterable[str]) -> str:
    first = list(islice(names, _SHOWN + 1))
    return ", ".join(first[:_SHOWN]) + (" …" if len(first) > _SHOWN else "")
