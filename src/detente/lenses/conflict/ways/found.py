"""Ways found: how each outcome asked about can be reached from a state, and who would have to move without a gain."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from detente.lenses.conflict.engine.choice import explicit
from detente.lenses.conflict.named import spoken
from detente.lenses.conflict.narration import gains
from detente.lenses.conflict.words import maker_names, shut
from detente.lenses.wording import listed
from detente.methods.gmcr.moves.paths import paths_for, paths_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look
    from detente.methods.gmcr.moves.paths import Paths as Found
    from detente.methods.gmcr.moves.sequences import Move, Reach

MOST_STATES = 1 << 14
"""Above this number of states nobody looks for ways unless asked to."""


class Kind(Enum):
    """How an outcome can be reached."""

    BY_GAINS = "as each mover gains"
    AT_A_COST = "only if somebody moves without a gain"
    NO_WAY = "by no moves"
    NOT_NOW = "not possible at this date"


@dataclass(frozen=True, slots=True)
class Way:
    """How one outcome can be reached.

    Attributes
    ----------
    name
        What the outcome is called.
    state
        Its number; ``None`` for one that cannot be now.
    kind
        How it can be reached.
    paths
        The moves: one way, or one for each who alone would have to move without a gain.
    obstacle
        Why there is no way; empty where there is one.
    """

    name: str
    state: int | None
    kind: Kind
    paths: tuple[tuple[Move, ...], ...] = ()
    obstacle: str = ""


def ways_from_here(look: Look[ConflictOptions]) -> tuple[Way, ...] | None:
    """Return the ways from the status quo; ``None`` where the case states none, or states are too many to search."""
    analysis = explicit(look)
    quo = analysis.model.status_quo
    return None if quo is None or analysis.states.size > MOST_STATES else ways_from(analysis, quo)


def ways_from(analysis: Explicit, start: int) -> tuple[Way, ...]:
    """Return the ways from a state to each outcome asked about, in the order of the case."""
    others = [name for name, state in analysis.model.named.items() if state is None or state != start]
    known = _Known.of(analysis, start) if others else None
    return () if known is None else tuple(_way(analysis, known, name) for name in others)


def givers(analysis: Explicit, path: Sequence[Move]) -> list[str]:
    """Return who moves without a gain on a way."""
    found = {step.by for step in path if not gains(analysis, step)}
    return [name for i, name in enumerate(maker_names(analysis)) if i in found]


@dataclass(frozen=True, slots=True)
class _Known:
    """The ways from a state: all, and those on which one alone moves without a gain."""

    paths: Found
    by_one: tuple[Reach, ...]

    @classmethod
    def of(cls, analysis: Explicit, start: int) -> _Known:
        engine = analysis.model.engine
        makers = range(len(analysis.model.decision_makers))
        return cls(paths_from(engine, start), tuple(paths_for(engine, start, willing=i) for i in makers))


def _way(analysis: Explicit, known: _Known, name: str) -> Way:
    state = analysis.model.named[name]
    said = spoken(analysis, name)
    if state is None or not analysis.model.can_be(state):
        return Way(said, None, Kind.NOT_NOW, obstacle=shut(analysis, name))
    path = known.paths.by_improvements.path(state)
    if path is not None:
        return Way(said, state, Kind.BY_GAINS, (path,))
    fewest = known.paths.least_reluctant.path(state)
    if fewest is None:
        return Way(said, state, Kind.NO_WAY, obstacle=_irreversible(analysis, known.paths.by_moves.start, state))
    by_one = [found for found in (reach.path(state) for reach in known.by_one) if found is not None]
    by_one.sort(key=lambda found: (sum(not gains(analysis, step) for step in found), len(found)))
    return Way(said, state, Kind.AT_A_COST, tuple(by_one) or (fewest,))


def _irreversible(analysis: Explicit, start: int, state: int) -> str:
    """Return which options would have to change in a direction in which nobody can change them."""
    model = analysis.model
    if model.labels is not None:
        return "no moves lead there"
    marks = zip(analysis.conflict.options, model.name(start), model.name(state), strict=True)
    stuck = [
        f"“{option.label}” cannot be {'taken' if there == 'Y' else 'dropped'}"
        for option, here, there in marks
        if here != there and option.direction == ("drop-only" if there == "Y" else "take-only")
    ]
    return listed(stuck) or "no moves lead there past what cannot be"
