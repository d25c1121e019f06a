"""Small conflicts as conditions, so that both engines and the slow twin can answer them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st
from tests.methods.gmcr.conflicts import option_forms

from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.preference.expressions import Expression, Name, Not, Or, Pattern
from detente.methods.gmcr.preference.preferences import from_statements, from_weights
from detente.methods.gmcr.preference.truth import truth_table
from detente.methods.gmcr.states import state_name
from detente.methods.gmcr.symbolic.form import Statements, SymbolicForm, Wants, Weights


@dataclass(frozen=True)
class Small:
    """One conflict in both forms."""

    symbolic: SymbolicForm
    explicit: OptionForm


@st.composite
def listed(draw: st.DrawFn) -> Small:
    """Any conflict at all: each bit of a payoff is the list of the states in which it is set."""
    explicit = draw(option_forms())
    n = len(explicit.owners)

    def states_where(table: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Expression:
        return Or(tuple(Pattern(state_name(int(s), n)) for s in np.flatnonzero(table)))

    bits = range(int(explicit.payoffs.max()).bit_length() - 1, -1, -1)
    wants = tuple(
        Statements(tuple(states_where((row >> bit & 1).astype(bool)) for bit in bits)) for row in explicit.payoffs
    )
    options = tuple(f"o{k}" for k in range(n))
    barred = (states_where(~explicit.feasible),)
    return Small(SymbolicForm(options, explicit.owners, explicit.directions, barred, wants), explicit)


@st.composite
def stated(draw: st.DrawFn) -> Small:
    """Conflicts as analysts write them: statements or weights that tie, and options closed at the date."""
    shape = draw(option_forms())
    n, movers = len(shape.owners), len(shape.payoffs)
    options = tuple(f"o{k}" for k in range(n))
    conditions: st.SearchStrategy[Expression] = st.recursive(
        st.one_of(
            *(st.just(Name(option)) for option in options),
            st.text("YN-", min_size=n, max_size=n).map(Pattern),
        ),
        lambda inner: st.one_of(inner.map(Not), st.tuples(inner, inner).map(Or)),
        max_leaves=4,
    )
    weights = st.lists(st.sampled_from([-2.5, -1, 0, 0.1, 0.2, 0.3, 1, 7]), min_size=n, max_size=n)
    either = st.one_of(
        st.lists(conditions, max_size=4).map(lambda read: Statements(tuple(read))),
        st.lists(st.lists(conditions, min_size=1, max_size=3), max_size=2).map(_alike),
        weights.map(lambda given: Weights(tuple(given))),
    )
    wants: list[Wants] = draw(st.lists(either, min_size=movers, max_size=movers))
    barred = draw(st.lists(conditions, max_size=2))
    if n and draw(st.booleans()):
        barred.append(Name(draw(st.sampled_from(options))))
    feasible = np.ones(1 << n, dtype=np.bool_)
    for each in barred:
        feasible &= ~truth_table(each, options)
    payoffs = [
        from_statements([truth_table(each, options) for each in want.conditions], feasible, want.runs or None)
        if isinstance(want, Statements)
        else from_weights(want.weights, feasible)
        for want in wants
    ]
    explicit = OptionForm(shape.owners, shape.directions, feasible, np.array(payoffs, dtype=np.int32))
    symbolic = SymbolicForm(options, shape.owners, shape.directions, tuple(barred), tuple(wants))
    return Small(symbolic, explicit)


def _alike(blocks: list[list[Expression]]) -> Statements:
    """Return statements of which those of a block count alike."""
    return Statements(tuple(each for block in blocks for each in block), tuple(map(len, blocks)))


def small_conflicts() -> st.SearchStrategy[Small]:
    """Conflicts of both kinds."""
    return st.one_of(listed(), stated())
