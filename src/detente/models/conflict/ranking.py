"""Rankings: whether one lists every state that can be, exactly once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from detente.case.conflict import Conflict
from detente.diagnostics import Rule
from detente.methods.gmcr.preference.exact_weights import PreferenceError, whole_weights
from detente.models.flaw import Flaw

BAD_RANKING = Rule(
    "DT502",
    "a ranking that is not one of the feasible states",
    "A ranking lists every feasible state exactly once, best group first; states in a group are equally preferred. "
    "States that only a later date makes possible may be left out as long as no such date is asked for. "
    "States are strings of Y and N in the order of the options, or their names in graph form.",
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
