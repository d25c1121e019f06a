"""Conflicts that Hypothesis invents, in both forms, with ties and everything that complicates them."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from detente.methods.gmcr.arrays import Ordinal
from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.engines.graph_form import GraphForm
from detente.methods.gmcr.engines.option_form import OptionForm


@st.composite
def option_forms(draw: st.DrawFn, most_options: int = 6, most_movers: int = 4) -> OptionForm:
    """Conflicts of 1-4 decision makers; owners follow each other or interleave, some have no option, directions mix."""
    n = draw(st.integers(0, most_options))
    movers = draw(st.integers(1, most_movers))
    owners = draw(st.lists(st.integers(0, movers - 1), min_size=n, max_size=n))
    owners = sorted(owners) if draw(st.booleans()) else owners
    directions = draw(st.lists(st.sampled_from(list(Direction)), min_size=n, max_size=n))
    rng = np.random.default_rng(draw(st.integers(0, 1 << 32)))
    feasible = rng.random(1 << n) < draw(st.sampled_from([0.3, 0.7, 1.0]))
    levels = draw(st.sampled_from([1, 3, 8, 200]))
    payoffs = rng.integers(0, levels, (movers, 1 << n), dtype=np.int32)
    return OptionForm(tuple(owners), tuple(directions), feasible, payoffs)


@st.composite
def graph_forms(draw: st.DrawFn) -> GraphForm:
    """Conflicts of 1-4 decision makers over 1-8 states, whose moves need not compose."""
    size = draw(st.integers(1, 8))
    movers = draw(st.integers(1, 4))
    rng = np.random.default_rng(draw(st.integers(0, 1 << 32)))
    density = draw(st.sampled_from([0.1, 0.25, 0.5]))
    allowed = (rng.random((movers, size, size)) < density) & ~np.eye(size, dtype=np.bool_)
    arcs = tuple(np.argwhere(each) for each in allowed)
    return GraphForm(arcs, rng.integers(0, draw(st.sampled_from([2, 8])), (movers, size), dtype=np.int32))


@st.composite
def strict_pairs(draw: st.DrawFn) -> OptionForm:
    """Conflicts of two decision makers, each of whom likes no two states equally; otherwise of every kind."""
    drawn = draw(option_forms())
    rng = np.random.default_rng(draw(st.integers(0, 1 << 32)))
    owners = tuple(owner % 2 for owner in drawn.owners)
    return OptionForm(owners, drawn.directions, drawn.feasible, orders(rng, drawn.feasible.size))


@st.composite
def strict_pairs_in_graph_form(draw: st.DrawFn) -> GraphForm:
    """Conflicts of two such decision makers over 1-9 states, whose moves need not compose."""
    size = draw(st.integers(1, 9))
    rng = np.random.default_rng(draw(st.integers(0, 1 << 32)))
    density = draw(st.sampled_from([0.1, 0.25, 0.5]))
    allowed = (rng.random((2, size, size)) < density) & ~np.eye(size, dtype=np.bool_)
    return GraphForm(tuple(np.argwhere(each) for each in allowed), orders(rng, size))


def orders(rng: np.random.Generator, size: int) -> Ordinal:
    """Return two orders of some states, now and then with opposed interests, which make for long lines of moves."""
    first, second = (rng.permutation(size).astype(np.int32) for _ in range(2))
    return np.array([first, size - 1 - first if rng.random() < 0.2 else second], dtype=np.int32)
