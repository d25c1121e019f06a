"""The definitions read aloud: a slow twin of the Graph Model kernels.

Nothing here is clever: moves are looked up between every two states, legal sequences are searched over
pairs of a state and the last mover, and each concept is its sentence from the literature.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.methods.gmcr.engines.graph_form import GraphForm
    from detente.methods.gmcr.engines.option_form import OptionForm


@dataclass(frozen=True)
class Plain:
    """A conflict as lists: feasible states, moves[i][s], payoff[i][s]."""

    states: list[int]
    moves: list[dict[int, list[int]]]
    payoff: list[list[int]]

    def improving(self, i: int, s: int) -> list[int]:
        """Return the unilateral improvements of ``i`` from ``s``."""
        return [t for t in self.moves[i][s] if self.payoff[i][t] > self.payoff[i][s]]

    def reach(self, movers: Iterable[int], start: int, *, credible: bool) -> set[int]:
        """Where a non-empty legal sequence of ``movers`` can lead: no one moves twice in a row."""
        seen: set[tuple[int, int]] = set()
        pending = [(start, -1)]
        while pending:
            s, last = pending.pop()
            for j in movers:
                if j != last:
                    ends = self.improving(j, s) if credible else self.moves[j][s]
                    fresh = {(t, j) for t in ends} - seen
                    seen |= fresh
                    pending += fresh
        return {s for s, _ in seen}

    def stable(self, key: str, i: int, s: int) -> bool:
        """Whether ``s`` is stable for ``i`` under the concept called ``key``."""
        if key == "nash":
            return not self.improving(i, s)
        others = [j for j in range(len(self.payoff)) if j != i]
        here = self.payoff[i][s]

        def punishes(s2: int) -> bool:
            escapes = self.moves[i][s2] if key in ("smr", "sseq") else []
            return all(self.payoff[i][t] <= here for t in [s2, *escapes])

        answers = (self.reach(others, s1, credible=key in ("seq", "sseq")) for s1 in self.improving(i, s))
        return all(any(punishes(s2) for s2 in answer) for answer in answers)


def plain_options(conflict: OptionForm) -> Plain:
    """Read an option form state by state, on the Y and N of its states."""
    names = ["".join(marks) for marks in product("NY", repeat=len(conflict.owners))]
    states = [s for s in range(len(names)) if conflict.feasible[s]]

    def can_move(i: int, s: int, t: int) -> bool:
        changes = [(k, b) for k, (a, b) in enumerate(zip(names[s], names[t], strict=True)) if a != b]
        allowed = {"both": "NY", "take-only": "Y", "drop-only": "N"}
        return bool(changes) and all(
            conflict.owners[k] == i and end in allowed[conflict.directions[k].value] for k, end in changes
        )

    movers = range(len(conflict.payoffs))
    moves = [{s: [t for t in states if can_move(i, s, t)] for s in states} for i in movers]
    return Plain(states, moves, conflict.payoffs.tolist())


def plain_graph(conflict: GraphForm) -> Plain:
    """Read a graph form move by move."""
    states = list(range(conflict.payoffs.shape[1]))
    moves: list[dict[int, list[int]]] = [{s: [] for s in states} for _ in conflict.arcs]
    for i, arcs in enumerate(conflict.arcs):
        for source, target in arcs.tolist():
            moves[i][source].append(target)
    return Plain(states, moves, conflict.payoffs.tolist())


def stable_states(conflict: Plain, key: str, size: int) -> list[list[bool]]:
    """Return the stability table of a concept, false at infeasible states."""
    table = [[False] * size for _ in conflict.payoff]
    for i, row in enumerate(table):
        for s in conflict.states:
            row[s] = conflict.stable(key, i, s)
    return table
