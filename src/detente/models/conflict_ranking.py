"""Rankings: whether one lists every state that can be, exactly once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from detente.case.conflict import Conflict
from detente.diagnostics import Rule
from detente.models.flaw import Flaw

BAD_RANKING = Rule(
    "DT502",
    "a ranking that is not one of the feasible states",
    "A ranking lists every feasible state exactly once, best group first; states in a group are equally preferred. "
    "States are strings of Y and N in the order of the options, or their names in graph form.",
)

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Rankable:
    """The states that a ranking must list.

    Attributes
    ----------
    count
        How many there are.
    known
        Whether a name is one of them.
    names
        Return all their names, in order.
    """

    count: int
    known: Callable[[str], bool]
    names: Callable[[], Iterable[str]]


def ranking_flaws(conflict: Conflict, states: Rankable) -> Iterator[Flaw]:
    """Yield what is wrong with every ranking of a conflict."""
    for number, maker in enumerate(conflict.decision_makers):
        ranking = maker.preferences.ranking if maker.preferences else None
        if ranking is not None:
            yield from _flaws(ranking, states, ("conflict", "decision_makers", number, "preferences", "ranking"))


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
    missing = states.count - len(seen)
    if missing:
        what = f"{missing} feasible state{'' if missing == 1 else 's'}"
        names = _listed(name for name in states.names() if name not in seen)
        yield Flaw(BAD_RANKING, path, f"the ranking misses {what}: {names}")


def _listed(names: Iterable[str]) -> str:
    first = list(islice(names, _SHOWN + 1))
    return ", ".join(first[:_SHOWN]) + (" …" if len(first) > _SHOWN else "")
