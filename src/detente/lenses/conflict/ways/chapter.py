"""Ways from here: which of the outcomes asked about can be reached from a state, and who would have to move."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from detente.findings import UNASKED, Column, Depth, Finding, Method, Result, Row, Statement, Table, Unasked
from detente.lenses.chapter import Chapter
from detente.lenses.conflict.asked import asked
from detente.lenses.conflict.assumptions import assumptions
from detente.lenses.conflict.engine.choice import explicit, if_listed
from detente.lenses.conflict.named import spoken
from detente.lenses.conflict.narration import gains, reasons, told
from detente.lenses.conflict.ways.figure import figure
from detente.lenses.conflict.ways.paths import Paths, paths
from detente.lenses.conflict.words import maker_names, shut
from detente.lenses.wording import listed, one_or_many
from detente.methods.gmcr.moves.paths import paths_for, paths_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look
    from detente.methods.gmcr.moves.paths import Paths as Found
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


@dataclass(frozen=True, slots=True)
class Ways(Result):
    """The ways from a state.

    Attributes
    ----------
    paths
        Where moves lead from the state that is asked about, if any is.
    """

    paths: Paths | Unasked


def find(look: Look[ConflictOptions]) -> Ways | None:
    """Return the ways from a state, if one is asked about."""
    analysis = if_listed(look)
    if analysis is None:
        return None
    start = look.once(asked).start
    brief = analysis.states.size > look.options.max_states
    return Ways(UNASKED if start is None else paths(analysis.model, start, brief=brief))


def show(found: Ways, look: Look[ConflictOptions]) -> Finding | None:
    """Return the ways to the outcomes asked about: from the status quo when no other state is asked for.

    In very large conflicts only if one is.
    """
    analysis, start = explicit(look), look.once(asked).start
    if start is None:
        start = analysis.model.status_quo
    others = [name for name, state in analysis.model.named.items() if state is None or state != start]
    if start is None or not others:
        return None
    if found.paths is UNASKED and analysis.states.size > MOST_STATES:
        words = (
            f"Not computed: above {MOST_STATES:,} possible states the search takes long; --from status-quo asks for it."
        )
        return Finding(_TITLE, words, depth=Depth.APPENDIX)
    known = _Known.of(analysis, start)
    ways = [_way(analysis, known, name) for name in others]
    steps = [step for way in ways for path in way.paths for step in path]
    origin = _origin(analysis, start)
    table = _table(analysis, ways, origin)
    closed_ways = [(way.name, way.kind.value) for way in ways if not way.paths]
    drawn = figure(analysis, start, [path for way in ways for path in way.paths], closed_ways, table)
    return Finding(
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
        assumptions=assumptions(look),
        because=tuple(dict.fromkeys(reasons(analysis, steps))),
    )


def _origin(analysis: Explicit, start: int) -> str:
    model = analysis.model
    if start == model.status_quo:
        return "the status quo"
    called = next((name for name, state in model.named.items() if state == start), None)
    return f"state {model.name(start)}" if called is None else f"“{spoken(analysis, called)}”"


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


def _way(analysis: Explicit, known: _Known, name: str) -> _Way:
    state = analysis.model.named[name]
    said = spoken(analysis, name)
    if state is None or not analysis.model.can_be(state):
        return _Way(said, Kind.NOT_NOW, obstacle=shut(analysis, name))
    path = known.paths.by_improvements.path(state)
    if path is not None:
        return _Way(said, Kind.BY_GAINS, (path,))
    fewest = known.paths.least_reluctant.path(state)
    if fewest is None:
        return _Way(said, Kind.NO_WAY, obstacle=_irreversible(analysis, known.paths.by_moves.start, state))
    by_one = [found for found in (reach.path(state) for reach in known.by_one) if found is not None]
    by_one.sort(key=lambda found: (sum(not gains(analysis, step) for step in found), len(found)))
    return _Way(said, Kind.AT_A_COST, tuple(by_one) or (fewest,))


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


def _statement(analysis: Explicit, way: _Way) -> Statement:
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


def _givers(analysis: Explicit, path: Sequence[Move]) -> list[str]:
    """Return who moves without a gain on a way."""
    givers = {step.by for step in path if not gains(analysis, step)}
    return [name for i, name in enumerate(maker_names(analysis)) if i in givers]


def _table(analysis: Explicit, ways: Sequence[_Way], origin: str) -> Table:
    rows = []
    for way in ways:
        if not way.paths:
            rows.append(Row((way.name, way.kind.value, None, None, way.obstacle)))
        for path in way.paths:
            givers = tuple(_givers(analysis, path)) or "nobody"
            rows.append(Row((way.name, way.kind.value, len(path), givers, told(analysis, path))))
    return Table("ways", f"Ways from {origin} to the outcomes asked about", _COLUMNS, tuple(rows))


CHAPTER = Chapter("ways", 30, find, show)
