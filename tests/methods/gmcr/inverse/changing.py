"""Inverse analysis read aloud: a slow twin that tries every sequence of edits, one edit after the other.

A list of statements is a list of what they say of the feasible states, so that two lists that say the same
are one list. Statements that count alike are one entry of it, in which their order does not matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from hypothesis import strategies as st
from tests.methods.gmcr.twin import Plain, plain_graph, plain_options

from detente.methods.gmcr.arrays import Bool, Ordinal
from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.engines.graph_form import GraphForm
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.inverse.changes import Change, Changeable, Kind
from detente.methods.gmcr.preference.preferences import from_statements
from detente.methods.gmcr.stability.registry import shipped

RUNS: list[list[tuple[int, ...]]] = [[()], [()], [(), (), (2,)], [(), (3,), (2, 1), (1, 2)]]
"""Which of so many statements count alike: mostly none."""

Said = tuple[bool, ...]
Listed = tuple[tuple[Said, ...], ...]


@dataclass(frozen=True, eq=False)
class Problem:
    """A conflict, a wanted state, and how everybody's preferences may change."""

    engine: OptionForm | GraphForm
    wanted: int
    preferences: tuple[Changeable, ...]

    def plain(self) -> Plain:
        """Return the conflict as lists."""
        return plain_options(self.engine) if isinstance(self.engine, OptionForm) else plain_graph(self.engine)

    def listed(self, i: int, change: Change | None = None) -> Listed:
        """Return the list of a decision maker, as it is or after a change, by what each item says."""
        each = self.preferences[i]
        possible = self.engine.feasible
        if each.kind is not Kind.STATEMENTS:
            rows = [each.payoff == level for level in range(int(each.payoff[possible].max()), -1, -1)]
        else:
            rows = list(each.truths)
        kept = list(range(len(rows))) if change is None or each.kind is Kind.FIXED else list(change.kept)
        added = [] if change is None else list(change.added)
        blocks = each.blocks if each.kind is Kind.STATEMENTS else range(len(rows))
        said = [(blocks[k], rows[k]) for k in kept]
        for place, wish in reversed(added):
            said.insert(place, (-1 - wish, each.wishes[wish]))
        found: list[list[Said]] = []
        for place, (block, row) in enumerate(said):
            if not place or block < 0 or said[place - 1][0] != block:
                found.append([])
            found[-1].append(tuple(row[possible].tolist()))
        return tuple(tuple(sorted(block)) for block in found)

    def neighbours(self, i: int, items: Listed) -> Iterator[Listed]:
        """Yield what one edit makes of a list."""
        each = self.preferences[i]
        if each.kind is Kind.FIXED:
            return
        for k in range(len(items) - 1):
            yield (*items[:k], items[k + 1], items[k], *items[k + 2 :])
        if each.kind is Kind.RANKING:
            return
        for k, block in enumerate(items):
            for gone in range(len(block)):
                rest = block[:gone] + block[gone + 1 :]
                yield (*items[:k], *([rest] if rest else []), *items[k + 1 :])
        for wish in each.wishes:
            for k in range(len(items) + 1):
                yield (*items[:k], (tuple(wish[self.engine.feasible].tolist()),), *items[k:])

    def within(self, i: int, edits: int) -> list[set[Listed]]:
        """Return the lists that 0, 1, 2 … edits away and no fewer make."""
        rounds = [{self.listed(i)}]
        known = set(rounds[0])
        for _ in range(edits):
            fresh = {new for old in rounds[-1] for new in self.neighbours(i, old)} - known
            known |= fresh
            rounds.append(fresh)
        return rounds


class Twin:
    """Whether everybody stays at the wanted state, given lists."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.base = problem.plain()
        self.known: dict[tuple[str, int, tuple[tuple[int, ...], ...]], bool] = {}

    def payoff(self, items: Listed) -> tuple[int, ...]:
        """Return payoffs by how many of each entry are true, in the order of the dictionary."""
        count = len(self.base.states)
        vectors = [tuple(sum(said[k] for said in block) for block in items) for k in range(count)]
        order = sorted(set(vectors))
        row = [0] * self.problem.engine.feasible.size
        for s, vector in zip(self.base.states, vectors, strict=True):
            row[s] = order.index(vector)
        return tuple(row)

    def stays(self, key: str, i: int, lists: Sequence[Listed]) -> bool:
        """Whether a decision maker stays at the wanted state under a concept."""
        payoffs = tuple(self.payoff(items) for items in lists)
        at = (key, i, payoffs)
        if at not in self.known:
            plain = Plain(self.base.states, self.base.moves, [list(row) for row in payoffs])
            self.known[at] = plain.stable(key, i, self.problem.wanted)
        return self.known[at]

    def smallest(self, key: str, edits: int) -> tuple[int | None, set[tuple[Listed, ...]]]:
        """Return the fewest edits in total, up to a number, that make an equilibrium, and all ways to make them."""
        makers = range(len(self.problem.preferences))
        rounds = [self.problem.within(i, edits) for i in makers]
        for total in range(edits + 1):
            found = set()
            for shares in product(range(total + 1), repeat=len(rounds)):
                if sum(shares) == total:
                    for lists in product(*(each[share] for each, share in zip(rounds, shares, strict=True))):
                        if all(self.stays(key, i, lists) for i in makers):
                            found.add(lists)
            if found:
                return total, found
        return None, set()


def _table(rng: np.random.Generator, rows: int, states: int) -> Bool:
    """Return random truths."""
    return rng.random((rows, states)) < 0.5


def changeable(kind: Kind, truths: Bool, wishes: Bool, feasible: Bool, runs: tuple[int, ...] = ()) -> Changeable:
    """Return preferences with the payoffs that their statements give them."""
    payoff: Ordinal = from_statements(list(truths), feasible, runs or None)
    plain = kind is Kind.STATEMENTS
    held, asked = (truths, wishes) if plain else (truths[:0], wishes[:0])
    return Changeable(kind, held, asked, payoff, runs=runs if plain else ())


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Small conflicts in both forms, with a state that somebody would leave if there is one."""
    rng = np.random.default_rng(draw(st.integers(0, 1 << 32)))
    engine: OptionForm | GraphForm = _graph(draw, rng) if draw(st.integers(0, 2)) == 2 else _options(draw, rng)
    states = engine.feasible.size
    preferences = []
    for _ in engine.payoffs:
        kind = draw(st.sampled_from([Kind.STATEMENTS, Kind.STATEMENTS, Kind.STATEMENTS, *Kind]))
        truths, wishes = _table(rng, draw(st.integers(0, 3)), states), _table(rng, draw(st.integers(0, 3)), states)
        runs = draw(st.sampled_from(RUNS[len(truths)]))
        preferences.append(changeable(kind, truths, wishes, engine.feasible, runs))
    engine = engine.with_payoffs(np.array([each.payoff for each in preferences]))
    stable = np.array([shipped()[draw(st.sampled_from(["nash", "gmr", "seq"]))].stable(engine, i) for i in (0, 1)])
    left = np.flatnonzero(engine.feasible & ~stable.all(axis=0))
    wanted = rng.choice(left if left.size else np.flatnonzero(engine.feasible))
    return Problem(engine, int(wanted), tuple(preferences))


def _options(draw: st.DrawFn, rng: np.random.Generator) -> OptionForm:
    """Return 2 or 3 decision makers with an option or two each, most of them reversible."""
    movers = draw(st.integers(2, 3))
    owners = (*range(movers), *draw(st.lists(st.integers(0, movers - 1), min_size=3 - movers, max_size=4 - movers)))
    directions = [draw(st.sampled_from([Direction.BOTH, Direction.BOTH, *Direction])) for _ in owners]
    feasible = rng.random(1 << len(owners)) < draw(st.sampled_from([0.7, 1.0]))
    feasible[rng.integers(feasible.size)] = True
    return OptionForm(owners, tuple(directions), feasible, np.zeros((movers, feasible.size), dtype=np.int32))


def _graph(draw: st.DrawFn, rng: np.random.Generator) -> GraphForm:
    """Return 2 or 3 decision makers over 4 to 7 states, whose moves need not compose."""
    movers, size = draw(st.integers(2, 3)), draw(st.integers(4, 7))
    allowed = (rng.random((movers, size, size)) < 0.3) & ~np.eye(size, dtype=np.bool_)
    return GraphForm(tuple(np.argwhere(each) for each in allowed), np.zeros((movers, size), dtype=np.int32))
