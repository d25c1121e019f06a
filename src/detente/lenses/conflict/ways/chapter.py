"""Ways from here: which of the outcomes asked about can be reached from a state, and who would have to move."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Column, Depth, Finding, Method, Row, Statement, Table
from detente.lenses.conflict.model.chapter import assumptions
from detente.lenses.conflict.narration import gains, reasons, told
from detente.lenses.conflict.obstacles import closed, irreversible
from detente.lenses.conflict.ways.figure import figure
from detente.lenses.conflict.words import maker_names
from detente.lenses.wording import listed, one_or_many
from detente.methods.gmcr.moves.paths import paths_for, paths_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.lenses.conflict.engine.explicit import Analysis
    from detente.methods.gmcr.moves.paths import Paths
    from detente.methods.gmcr.moves.sequences import Move, Reach

_TITLE = "Ways from here"
MOST_STATES = 1 << 14
"""Above this number of states the page does not look for ways unless it is asked to."""

_COLUMNS = (
    Column("name", "Outcome"),
    Column("way", "Can be reached"),
    Column("moves", "Moves", "number"),
    Column("givers", "Who moves without a gain"),
    Column("steps", "Step by step"),
)


class Kind(Enum):
    """How an outcome can be reached."""

    BY_GAINS = "as each mover gains"
    AT_A_COST = "only if somebody moves without a gain"
    NO_WAY = "by no moves"
    NOT_NOW = "not possible at this date"


@dataclass(frozen=True, slots=True)
class _Way:
    name: str
    kind: Kind
    paths: tuple[tuple[Move, ...], ...] = ()
    obstacle: str = ""


def finding(analysis: Analysis, start: int | None, *, asked: bool = False) -> Finding | None:
    """Return the ways from a state to the outcomes asked about; ``asked`` for it, also in very large conflicts."""
    others = [name for name, state in analysis.model.named.items() if state is None or state != start]
    small = np.count_nonzero(analysis.model.engine.feasible) <= MOST_STATES
    if start is None or not others:
        return None
    if not (small or asked):
        words = (
            f"Not computed: above {MOST_STATES:,} possible states the search takes long; --from status-quo asks for it."
        )
        return Finding("conflict", "ways", _TITLE, words, depth=Depth.APPENDIX)
    known = _Known.of(analysis, start)
    ways = [_way(analysis, known, name) for name in others]
    steps = [step for way in ways for path in way.paths for step in path]
    origin = _origin(analysis, start)
    table = _table(analysis, ways, origin)
    closed_ways = [(way.name, way.kind.value) for way in ways if not way.paths]
    drawn = figure(analysis, start, [path for way in ways for path in way.paths], closed_ways, table)
    return Finding(
        "conflict",
        "ways",
        _TITLE,
        _headline(ways, origin),
        statements=tuple(_statement(analysis, way) for way in ways),
        tables=() if drawn else (table,),
        figures=(drawn,) if drawn else (),
        method=Method(
            "Status quo analysis",
            "shortest sequences in which nobody moves twice in a row",
            (
                (
                    "Ways",
                    "the fewest moves without a gain, by one decision maker alone if possible; of these the shortest",
                ),
            ),
            references=("LiKilgourHipel2005",),
        ),
        assumptions=assumptions(analysis),
        because=tuple(dict.fromkeys(reasons(analysis, steps))),
    )


def _origin(analysis: Analysis, start: int) -> str:
    model = analysis.model
    if start == model.status_quo:
        return "the status quo"
    called = next((name for name, state in model.named.items() if state == start), None)
    return f"state {model.name(start)}" if called is None else f"“{called.replace('-', ' ')}”"


@dataclass(frozen=True, slots=True)
class _Known:
    """The ways from a state: all, and those on which one alone moves without a gain."""

    paths: Paths
    by_one: tuple[Reach, ...]

    @classmethod
    def of(cls, analysis: Analysis, start: int) -> _Known:
        engine = analysis.model.engine
        makers = range(len(analysis.model.decision_makers))
        return cls(paths_from(engine, start), tuple(paths_for(engine, start, willing=i) for i in makers))


def _way(analysis: Analysis, known: _Known, name: str) -> _Way:
    state = analysis.model.named[name]
    said = name.replace("-", " ")
    if state is None or not analysis.model.can_be(state):
        return _Way(said, Kind.NOT_NOW, obstacle=closed(analysis, name))
    path = known.paths.by_improvements.path(state)
    if path is not None:
        return _Way(said, Kind.BY_GAINS, (path,))
    fewest = known.paths.least_reluctant.path(state)
    if fewest is None:
        return _Way(said, Kind.NO_WAY, obstacle=irreversible(analysis, known.paths.by_moves.start, state))
    by_one = [found for found in (reach.path(state) for reach in known.by_one) if found is not None]
    by_one.sort(key=lambda found: (sum(not gains(analysis, step) for step in found), len(found)))
    return _Way(said, Kind.AT_A_COST, tuple(by_one) or (fewest,))


def _headline(ways: Sequence[_Way], origin: str) -> str:
    names = {kind: [way.name for way in ways if way.kind is kind] for kind in Kind}
    free, costly = names[Kind.BY_GAINS], names[Kind.AT_A_COST]
    out = len(names[Kind.NO_WAY]) + len(names[Kind.NOT_NOW])
    if free:
        words = f"Moves that each gain their mover lead from {origin} to: {', '.join(free)}"
    else:
        words = f"Nobody's own gain leads from {origin} to any outcome asked about"
    rest = []
    if costly:
        need = one_or_many(len(costly), "needs", "need")
        rest.append(f"{len(costly)} {need} somebody to move without a gain")
    if out:
        rest.append(f"{out} cannot be reached at this date")
    return f"{words}; {listed(rest)}." if rest else f"{words}."


def _statement(analysis: Analysis, way: _Way) -> Statement:
    name = f"“{way.name}”"
    ways = [", then ".join(told(analysis, path)) for path in way.paths]
    match way.kind:
        case Kind.NOT_NOW:
            return Statement(f"Not to {name} at this date: {way.obstacle}.")
        case Kind.NO_WAY:
            return Statement(f"Not to {name}: {way.obstacle}.")
        case Kind.BY_GAINS:
            return Statement(f"To {name}, with a gain at every step: {ways[0]}.")
        case Kind.AT_A_COST:
            givers = [_givers(analysis, path) for path in way.paths]
            who = listed([listed(each) for each in givers], last="or")
            moves = "move" if len(givers) == 1 < len(givers[0]) else "moves"
            either = "either " if len(ways) > 1 else ""
            return Statement(f"To {name} only if {who} {moves} without a gain: {either}{'; or '.join(ways)}.")


def _givers(analysis: Analysis, path: Sequence[Move]) -> list[str]:
    """Return who moves without a gain on a way."""
    givers = {step.by for step in path if not gains(analysis, step)}
    return [name for i, name in enumerate(maker_names(analysis)) if i in givers]


def _table(analysis: Analysis, ways: Sequence[_Way], origin: str) -> Table:
    rows = []
    for way in ways:
        if not way.paths:
            rows.append(Row((way.name, way.kind.value, None, None, way.obstacle)))
        for path in way.paths:
            givers = tuple(_givers(analysis, path)) or "nobody"
            rows.append(Row((way.name, way.kind.value, len(path), givers, told(analysis, path))))
    return Table("ways", f"Ways from {origin} to the outcomes asked about", _COLUMNS, tuple(rows))
