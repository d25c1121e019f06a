"""Ways from here: which of the outcomes asked about can be reached from a state, and who would have to move."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.findings import UNASKED, Column, Depth, Finding, Method, Result, Row, Statement, Table, Unasked
from detente.lenses.chapter import Chapter
from detente.lenses.conflict.asked import asked
from detente.lenses.conflict.assumptions import assumptions
from detente.lenses.conflict.engine.choice import explicit, if_listed
from detente.lenses.conflict.headlines import fitting
from detente.lenses.conflict.inputs import status_quo_said
from detente.lenses.conflict.named import spoken
from detente.lenses.conflict.narration import reasons, told
from detente.lenses.conflict.ways import found as ways
from detente.lenses.conflict.ways.figure import figure
from detente.lenses.conflict.ways.found import Kind, Way, givers, ways_from, ways_from_here
from detente.lenses.conflict.ways.paths import Paths, paths
from detente.lenses.wording import counted, listed, one_or_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look

_TITLE = "Ways from here"

_COLUMNS = (
    Column("name", "Outcome"),
    Column("way", "Can be reached"),
    Column("moves", "Moves", "number"),
    Column("givers", "Who moves without a gain"),
    Column("steps", "Step by step"),
)

_METHOD = Method(
    "Status quo analysis",
    "shortest sequences in which nobody moves twice in a row",
    (
        (
            "Ways",
            "the fewest moves without a gain, by one decision maker alone if possible; of these the shortest",
        ),
    ),
    references=("LiKilgourHipel2005",),
    formula="A move gains its mover if it prefers where the move leads. Of all sequences of moves that lead to an "
    "outcome, that with the fewest moves without a gain is told.",
)


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
    del found
    analysis, asked_for = explicit(look), look.once(asked).start
    start = analysis.model.status_quo if asked_for is None else asked_for
    if start is None:
        return None
    here = look.once(ways_from_here) if asked_for is None else ways_from(analysis, start)
    if here is None:
        above = f"above {ways.MOST_STATES:,} possible states the search takes long"
        return Finding(_TITLE, f"Not computed: {above}; --from status-quo asks for it.", depth=Depth.APPENDIX)
    return _finding(look, start, here) if here else None


def _finding(look: Look[ConflictOptions], start: int, here: Sequence[Way]) -> Finding:
    analysis = explicit(look)
    origin, steps = _origin(analysis, start), [step for way in here for path in way.paths for step in path]
    table = _table(analysis, here, origin)
    drawn = figure(analysis, start, here, table)
    return Finding(
        _TITLE,
        _headline(here, origin),
        statements=tuple(_said(here, drawn.left_out if drawn else None)),
        tables=() if drawn else (table,),
        figures=(drawn.figure,) if drawn else (),
        method=_METHOD,
        assumptions=assumptions(look),
        because=(status_quo_said(analysis, start, origin), *dict.fromkeys(reasons(analysis, steps))),
    )


def _origin(analysis: Explicit, start: int) -> str:
    model = analysis.model
    if start == model.status_quo:
        return "the status quo"
    called = next((name for name, state in model.named.items() if state == start), None)
    return f"state {model.name(start)}" if called is None else f"“{spoken(analysis, called)}”"


def _headline(here: Sequence[Way], origin: str) -> str:
    free = [way.name for way in here if way.kind is Kind.BY_GAINS]
    if free:
        lead = f"Moves that each gain their mover lead from {origin} to"
        return fitting(f"{lead}: {', '.join(free)}.", f"{lead} {len(free)} of {counted(len(here), 'outcome')}.")
    if any(way.kind is Kind.AT_A_COST for way in here):
        return f"From {origin}, no outcome is reached by gains alone: somebody has to move without one."
    return f"From {origin}, no other outcome can be reached at this date."


def _said(here: Sequence[Way], left_out: Sequence[str] | None) -> Iterator[Statement]:
    """Yield to what there is no way and why, each obstacle once, and what a drawing leaves out, if there is one."""
    shut: dict[tuple[Kind, str], list[str]] = {}
    for way in here:
        if way.obstacle:
            shut.setdefault((way.kind, way.obstacle), []).append(way.name)
    kinds = Counter(kind for kind, _ in shut)
    for (kind, why), names in shut.items():
        then = f"{' at this date' if kind is Kind.NOT_NOW else ''}: {why}."
        full = f"No way leads to {listed([f'“{name}”' for name in names], last='or')}{then}"
        drawn = left_out is not None and kinds[kind] == 1 and not set(names) & set(left_out)
        yield Statement(fitting(full, f"No way leads to {counted(len(names), 'outcome')}{then}") if drawn else full)
    if left_out:
        quoted = listed([f"“{name}”" for name in left_out])
        yield Statement(f"The picture leaves out {quoted}; the table has {one_or_many(len(left_out), 'it', 'them')}.")


def _table(analysis: Explicit, here: Sequence[Way], origin: str) -> Table:
    rows = []
    for way in here:
        if not way.paths:
            rows.append(Row((way.name, way.kind.value, None, None, way.obstacle)))
        for path in way.paths:
            who = tuple(givers(analysis, path)) or "nobody"
            rows.append(Row((way.name, way.kind.value, len(path), who, told(analysis, path))))
    return Table("ways", f"Ways from {origin} to the outcomes asked about", _COLUMNS, tuple(rows))


CHAPTER = Chapter("ways", 30, find, show)
