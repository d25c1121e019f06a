"""The ways from here as a drawing: who moves first, who moves next, and what that is worth to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Figure
from detente.findings.figures.routes import Gain, Hop, Routes
from detente.lenses.conflict.named import spoken
from detente.lenses.conflict.narration import worth
from detente.lenses.conflict.words import changes, maker_names, taken
from detente.lenses.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.findings import Table
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.methods.gmcr.moves.sequences import Move

_MOST = 14


def figure(
    analysis: Explicit, start: int, paths: Sequence[Sequence[Move]], closed: Sequence[tuple[str, str]], table: Table
) -> Figure | None:
    """Return the drawing of some ways from a state; ``None`` where there is none.

    Parameters
    ----------
    analysis
        The conflict.
    start
        Where the ways begin.
    paths
        The moves of each way.
    closed
        Outcomes to which there is no way, with the reason in a few words.
    table
        The ways in words.
    """
    if not any(paths):
        return None
    shown = [path for path in paths if path][:_MOST]
    names = _names(analysis)
    spec = Routes(
        _origin(analysis, start),
        tuple(tuple(_hop(analysis, step, names) for step in path) for path in shown),
        tuple(closed),
        tuple(_others(analysis, start, {(path[0].by, path[0].target) for path in shown})),
    )
    where = spec.origin[0]
    return Figure("ways", f"Moves from {_the(where)}", _description(spec, len(paths) - len(shown)), spec, table)


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


def _hop(analysis: Explicit, step: Move, names: dict[int, str]) -> Hop:
    model = analysis.model
    name = names.get(step.target)
    full = "; ".join(taken(analysis, step.target))
    return Hop(
        maker_names(analysis)[step.by],
        worth(analysis, step.by, step.source, step.target),
        model.name(step.target),
        (name,) if name else changes(analysis, step.source, step.target),
        name is not None,
        f"{name}: {full}" if name else full,
    )


def _others(analysis: Explicit, start: int, shown: set[tuple[int, int]]) -> Iterator[tuple[str, Gain, int]]:
    """Yield how many other moves each has from the start, by what they are worth to it."""
    engine = analysis.model.engine
    for i, name in enumerate(maker_names(analysis)):
        left = [int(state) for state in engine.moves(i, start) if (i, int(state)) not in shown]
        signs = np.sign(engine.payoffs[i][left] - engine.payoffs[i][start])
        for gain, sign in ((Gain.GAIN, 1), (Gain.EVEN, 0), (Gain.COST, -1)):
            number = int(np.count_nonzero(signs == sign))
            if number:
                yield name, gain, number


def _description(spec: Routes, left_out: int) -> str:
    """Return what one sees, for those who cannot."""
    return " ".join(
        [
            f"Arrows lead from {_the(spec.origin[0])} to the outcomes asked about, move by move; each says who moves, "
            "and what the move is worth to it.",
            _first_moves(spec),
            *([f"{left_out} more ways are in the table."] if left_out else []),
        ]
    )


def _first_moves(spec: Routes) -> str:
    """Return whether anybody gains by the first move, and what then follows by gains alone."""
    hops = [(way[0].by, way[0].gain) for way in spec.ways] + [(by, gain) for by, gain, _ in spec.others]
    gainers = list(dict.fromkeys(by for by, gain in hops if gain is Gain.GAIN))
    if gainers:
        return f"A first move gains for {listed(gainers)}."
    then = [
        f"“{way[-1].label[0]}”" for way in spec.ways if len(way) > 1 and all(hop.gain is Gain.GAIN for hop in way[1:])
    ]
    words = "No first move gains its mover anything"
    if then:
        words += f"; once somebody has made it, gains alone lead on to {listed(list(dict.fromkeys(then)))}"
    return f"{words}."
