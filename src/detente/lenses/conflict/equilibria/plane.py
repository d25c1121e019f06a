"""The plane: how good each state is for two decision makers, and what holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Figure
from detente.findings.figures.plane import Axis, Pin, Plane, Spot
from detente.lenses.conflict.equilibria.pictured import KINDS, Scatter, kinds, named_states
from detente.lenses.conflict.equilibria.plane_table import signs, table
from detente.lenses.wording import counted, listed, one_or_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.methods.gmcr.arrays import Bool, Ordinal

MANY = 2000
"""Above this number of states several ranks share a step of the picture."""

_STEPS, _FEW_STEPS, _MOST_PINS = 32, 16, 12


def figure(analysis: Explicit) -> Figure | None:
    """Return the picture; ``None`` where there are no two to compare."""
    pair = _pair(analysis)
    if pair is None:
        return None
    view = _view(analysis, pair)
    spec = Plane(
        Axis(view.names[0], view.steps[0]),
        Axis(view.names[1], view.steps[1]),
        KINDS,
        _spots(view),
        _pins(view),
        None if analysis.model.status_quo is None else view.at(analysis.model.status_quo),
        _frontier(view),
    )
    title = f"How good each state is for {listed(view.names)}"
    return Figure("plane", title, _description(view), spec, table(view, tuple(_pinned(view))))


def _pair(analysis: Explicit) -> tuple[int, int] | None:
    """Return the two with the most options, or the first two where options do not tell them apart."""
    makers = analysis.conflict.decision_makers
    if len(makers) < 2:
        return None
    first, second = sorted(sorted(range(len(makers)), key=lambda i: -len(makers[i].options))[:2])
    return first, second


def _view(analysis: Explicit, pair: tuple[int, int]) -> Scatter:
    engine, quo = analysis.model.engine, analysis.model.status_quo
    states = analysis.states
    most = _STEPS if states.size <= MANY else _FEW_STEPS
    place, steps = np.empty((2, states.size), dtype=np.int32), []
    for row, i in enumerate(pair):
        step = _steps(
            int(engine.payoffs[i][states].max()) + 1, None if quo is None else int(engine.payoffs[i][quo]), most
        )
        place[row] = step[engine.payoffs[i][states]]
        steps.append(int(step[-1]) + 1)
    return Scatter(analysis, pair, states, (steps[0], steps[1]), place, kinds(analysis)[states])


def _steps(levels: int, base: int | None, most: int) -> Ordinal:
    """Return the step of the picture that each level of preference falls on; the base keeps one to itself.

    So that what is drawn better than the base is better. [shape (levels,)]
    """
    if levels <= most:
        return np.arange(levels, dtype=np.int32)
    if base is None:
        return (np.arange(levels) * most // levels).astype(np.int32)
    above = levels - 1 - base
    under = min(max(round((most - 1) * base / (levels - 1)), int(base > 0)), most - 1 - int(above > 0))
    over = most - 1 - under
    lower = np.arange(base) * min(under, base) // max(base, 1)
    upper = min(under, base) + 1 + np.arange(above) * min(over, above) // max(above, 1)
    return np.concatenate([lower, [min(under, base)], upper]).astype(np.int32)


def _spots(view: Scatter) -> tuple[Spot, ...]:
    across, up = view.steps
    code = (view.place[1].astype(np.int64) * across + view.place[0]) * len(KINDS) + view.kind
    counts = np.bincount(code, minlength=across * up * len(KINDS)).reshape(-1, len(KINDS))
    found = np.flatnonzero(counts.any(axis=1))
    return tuple(Spot(int(c % across), int(c // across), tuple(int(n) for n in counts[c])) for c in found)


def _pinned(view: Scatter) -> Iterator[tuple[str, int]]:
    """Yield the states that the picture names: in a small conflict all of them."""
    yield from named_states(view.analysis)
    if view.states.size <= _MOST_PINS:
        known = {state for _, state in named_states(view.analysis)}
        yield from ((view.analysis.model.name(int(s)), int(s)) for s in view.states if int(s) not in known)


def _pins(view: Scatter) -> tuple[Pin, ...]:
    found: dict[tuple[int, int], list[str]] = {}
    for name, state in _pinned(view):
        found.setdefault(view.at(state), []).append(name)
    return tuple(Pin(x, y, tuple(names)) for (x, y), names in found.items())[:_MOST_PINS]


def _frontier(view: Scatter) -> tuple[tuple[int, int], ...]:
    """Return the steps at which nothing is better for one and no worse for the other, from left to right."""
    highest = np.full(view.steps[0], -1, dtype=np.int32)
    np.maximum.at(highest, view.place[0], view.place[1])
    found, best = [], -1
    for x in reversed(range(view.steps[0])):
        if highest[x] > best:
            best = int(highest[x])
            found.append((x, best))
    return tuple(reversed(found)) if len(found) > 1 else ()


def _description(view: Scatter) -> str:
    """Return what one sees, for those who cannot."""
    one, other = view.names
    words = [f"Further right is better for {one}, further up better for {other}."]
    makers = view.analysis.conflict.decision_makers
    if len(makers) > 2:
        why = "the two with the most options" if view.analysis.model.options else "the first two of the case"
        words.append(f"They are {why}; how the others rank the outcomes is in the table.")
    if max(view.steps) < max(int(view.analysis.model.engine.payoffs[i][view.states].max()) + 1 for i in view.pair):
        words.append("Several neighbouring ranks share a step of the picture.")
    if view.analysis.model.status_quo is not None:
        words.append(_shaded(view))
    limits = set(_frontier(view))
    best = [name for name, state in named_states(view.analysis) if view.at(state) in limits]
    if best:
        words.append(f"On the line that nothing possible goes beyond: {listed(best)}.")
    return " ".join(words)


def _shaded(view: Scatter) -> str:
    """Return what is better than the status quo for both, and how much of it lasts."""
    found = signs(view)
    better: Bool = np.logical_and(*(found > 0))
    number, total = int(np.count_nonzero(better)), view.states.size
    worse = int(np.count_nonzero(np.logical_and(*(found < 0))))
    names = [name for name, state in named_states(view.analysis) if better[np.searchsorted(view.states, state)]]
    if not number:
        said = "No possible state is better than the status quo for both"
    else:
        which = f": {listed(names)}" if 0 < len(names) == number else f", among them {listed(names)}" if names else ""
        said = (
            f"{number} of {counted(total, 'state')} {one_or_many(number, 'is', 'are')} better than the status quo for "
            f"both, in the shaded part{which}; {_lasting(int(np.count_nonzero(view.kind[better] == 0)), number)}"
        )
    return f"{said}. {worse or 'None'} {one_or_many(worse, 'is', 'are')} worse for both."


def _lasting(firm: int, number: int) -> str:
    """Return how many of some states nobody would gain by leaving."""
    them = one_or_many(number, "it", "them")
    if not firm:
        return f"somebody would gain by leaving {'it' if number == 1 else 'each of them'}"
    return f"nobody would gain by leaving {them if firm == number else f'{firm} of them'}"
