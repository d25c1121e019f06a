"""The ways from here as a drawing: who moves first, who moves next, and what that is worth to each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from detente.findings import Figure
from detente.findings.figures.routes import Gain, Hop, Routes
from detente.lenses.conflict.named import spoken
from detente.lenses.conflict.narration import worth
from detente.lenses.conflict.ways.found import Kind
from detente.lenses.conflict.words import changes, maker_names, taken
from detente.lenses.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.findings import Table
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.ways.found import Way
    from detente.methods.gmcr.moves.sequences import Move

MOST_ROWS = 6
"""So many rows are drawn at most: ways, and places to which there is none."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing, and the outcomes that have no row in it."""

    figure: Figure
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: steps, or why there are none, and to which outcomes they lead."""

    names: tuple[str, ...]
    hops: tuple[Hop, ...] = ()
    why: str = ""


def figure(analysis: Explicit, start: int, ways: Sequence[Way], table: Table) -> Drawn | None:
    """Return the drawing of some ways from a state; ``None`` where nobody can move to any outcome.

    Parameters
    ----------
    analysis
        The conflict.
    start
        Where the ways begin.
    ways
        How each outcome can be reached.
    table
        The ways in words.
    """
    if not any(path for way in ways for path in way.paths):
        return None
    rows = list(_rows(analysis, _in_order(analysis, start, ways)))
    shown = rows[:MOST_ROWS]
    spec = Routes(
        _origin(analysis, start),
        tuple(row.hops for row in shown if row.hops),
        tuple((listed(row.names, last="or"), row.why) for row in shown if not row.hops),
    )
    title = f"Moves from {_the(spec.origin[0])}"
    there = {name for row in shown for name in row.names}
    left_out = dict.fromkeys(name for row in rows[MOST_ROWS:] for name in row.names if name not in there)
    return Drawn(Figure("ways", title, _description(spec, left_out=len(left_out)), spec, table), tuple(left_out))


def _in_order(analysis: Explicit, start: int, ways: Sequence[Way]) -> list[Way]:
    """Return ways by gains first, then those to what everybody prefers to where they begin; without a way last."""
    payoffs = analysis.model.engine.payoffs

    def rank(way: Way) -> tuple[bool, bool, bool]:
        better = way.state is not None and bool((payoffs[:, way.state] > payoffs[:, start]).all())
        return not way.paths, way.kind is not Kind.BY_GAINS, not better

    return sorted((way for way in ways if way.obstacle or any(way.paths)), key=rank)


def _rows(analysis: Explicit, ways: Sequence[Way]) -> Iterator[_Row]:
    """Yield one row for each way; what one does alone at the same worth, and what is shut alike, is one row."""
    alone: set[tuple[str, Gain]] = set()
    shut: set[Kind] = set()
    for way in ways:
        drawn = tuple(tuple(_hops(analysis, path)) for path in way.paths)
        for hops in _mirrored(drawn):
            if len(hops) > 1:
                yield _Row((way.name,), hops)
            elif (first := (hops[0].by, hops[0].gain)) not in alone:
                alone.add(first)
                yield _alone(analysis, ways, hops[0])
        if not way.paths and way.kind not in shut:
            shut.add(way.kind)
            alike = tuple(other.name for other in ways if not other.paths and other.kind is way.kind)
            yield _Row(alike, why=way.kind.value)


def _alone(analysis: Explicit, ways: Sequence[Way], hop: Hop) -> _Row:
    """Return what one can do by itself, at one worth to it, as one step to any of these outcomes."""
    ends = [
        found
        for way in ways
        for path in way.paths
        if len(path) == 1 and (found := next(_hops(analysis, path))).by == hop.by and found.gain is hop.gain
    ]
    names = tuple(dict.fromkeys(end.label[0] for end in ends))
    label = tuple(name if k == 0 else f"or {name}" for k, name in enumerate(names))
    title = " / ".join(dict.fromkeys(end.title for end in ends))
    to = "+".join(dict.fromkeys(end.to for end in ends))
    return _Row(names, (Hop(hop.by, hop.gain, to, label, named=True, title=title),))


def _mirrored(ways: tuple[tuple[Hop, ...], ...]) -> tuple[tuple[Hop, ...], ...]:
    """Return two ways of two steps that differ in who goes first only as one; others as they are."""
    if len(ways) != 2 or {len(way) for way in ways} != {2}:
        return ways
    (first, then), (other, after) = ways
    swapped = (first.by, then.by) == (after.by, other.by)
    alike = all((a.gain, a.label) == (b.gain, b.label) for a, b in ((first, other), (then, after)))
    if not (swapped and alike):
        return ways
    opening = Hop(f"{first.by} or {other.by}", first.gain, first.to, first.label, first.named, first.title)
    return ((opening, Hop("the other", then.gain, then.to, then.label, then.named, then.title)),)


def _names(analysis: Explicit) -> dict[int, str]:
    named = analysis.model.named
    return {state: spoken(analysis, name) for name, state in reversed(list(named.items())) if state is not None}


def _origin(analysis: Explicit, start: int) -> tuple[str, ...]:
    name = _names(analysis).get(start)
    if start == analysis.model.status_quo:
        return ("status quo", f"({name})") if name else ("status quo",)
    return (name,) if name else (f"state {analysis.model.name(start)}",)


def _the(where: str) -> str:
    return f"the {where}" if where == "status quo" else where if where.startswith("state ") else f"“{where}”"


def _hops(analysis: Explicit, path: Sequence[Move]) -> Iterator[Hop]:
    names, model = _names(analysis), analysis.model
    for step in path:
        name, full = names.get(step.target), "; ".join(taken(analysis, step.target))
        yield Hop(
            maker_names(analysis)[step.by],
            worth(analysis, step.by, step.source, step.target),
            model.name(step.target),
            (name,) if name else changes(analysis, step.source, step.target),
            name is not None,
            f"{name}: {full}" if name else full,
        )


def _description(spec: Routes, *, left_out: int) -> str:
    """Return what one sees, for those who cannot."""
    return " ".join(
        [
            f"Arrows lead from {_the(spec.origin[0])} to the outcomes asked about, move by move; each says who moves, "
            "and what the move is worth to it.",
            _first_moves(spec),
            *(["The table has more."] if left_out else []),
        ]
    )


def _first_moves(spec: Routes) -> str:
    """Return whether anybody gains by the first move, and what then follows by gains alone."""
    gainers = list(dict.fromkeys(way[0].by for way in spec.ways if way[0].gain is Gain.GAIN))
    if gainers:
        return f"A first move gains for {listed(gainers)}."
    then = [f"“{way[-1].label[0]}”" for way in spec.ways if len(way) > 1 and _gaining(way)]
    words = "No first move that is drawn gains its mover anything"
    if then:
        words += f"; once somebody has made it, gains alone lead on to {listed(list(dict.fromkeys(then)))}"
    return f"{words}."


def _gaining(way: Sequence[Hop]) -> bool:
    return all(hop.gain is Gain.GAIN for hop in islice(way, 1, None))
