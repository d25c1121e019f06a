"""How sure this is: what holds in how many readings of what they want, where the case leaves something open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Depth, Finding, Method, Statement
from detente.lenses.chapter import Chapter
from detente.lenses.conflict.assumptions import lasting_assumptions, left_open
from detente.lenses.conflict.concepts import NASH, method, short
from detente.lenses.conflict.engine.choice import if_listed
from detente.lenses.conflict.uncertainty.questions import effects
from detente.lenses.conflict.uncertainty.readings import uncertainty
from detente.lenses.conflict.uncertainty.shares import Shares, shares
from detente.lenses.conflict.uncertainty.tables import shares_table, tables
from detente.lenses.wording import counted, one_or_many
from detente.methods.gmcr.stability.registry import shipped
from detente.study.status_quo import CREDIBLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.conflict.uncertainty.questions import Effect
    from detente.lenses.conflict.uncertainty.readings import Uncertainty
    from detente.lenses.look import Look


def find(look: Look[ConflictOptions]) -> Shares | None:
    """Return in what share of the readings each state would hold; ``None`` where the case leaves nothing open."""
    return None if if_listed(look) is None else shares(look)


def show(found: Shares, look: Look[ConflictOptions]) -> Iterator[Finding]:
    """Yield what is open and whether it matters; then in what share of the readings each state would hold."""
    del found
    uncertain = look.once(uncertainty)
    if uncertain is None:
        return
    changes, assumed = look.once(effects), (*lasting_assumptions(look), *_assumptions(uncertain))
    yield Finding(
        "How sure this is",
        _headline(uncertain),
        statements=(*left_open(uncertain.analysis), *map(Statement, _unchanged(uncertain, changes))),
        tables=tables(uncertain, changes),
        method=_method(uncertain),
        assumptions=assumed,
        depth=Depth.DETAIL,
    )
    yield Finding(
        "What holds in which reading",
        _counted(uncertain),
        statements=tuple(map(Statement, _said(uncertain))),
        tables=(shares_table(uncertain),),
        method=_method(uncertain),
        assumptions=assumed,
        depth=Depth.APPENDIX,
        id="shares",
    )


def _headline(uncertain: Uncertainty) -> str:
    quo = uncertain.analysis.model.status_quo
    if quo is None:
        some, every = (_counts(uncertain, NASH, every=every) for every in (False, True))
        are = one_or_many(some, "state is", "states are")
        also = "in all" if every == some else f"{every} of them in all"
        return f"{some} {are} left by nobody in some readings of what is open, {also}."
    nash, seq = (_in_readings(uncertain, key, quo) for key in (NASH, CREDIBLE))
    unweighed = "; no source says how likely these are" if _SOME in (nash, seq) else ""
    if nash == seq:
        return f"The status quo holds {nash}{unweighed}."
    return f"Nobody gains by leaving the status quo {nash}; counting answers it holds {seq}{unweighed}."


def _in_readings(uncertain: Uncertainty, key: str, state: int) -> str:
    """Return in how many of the readings a state holds, as "in 83 % of the readings"."""
    drawn = "of what is open" if uncertain.readings.exact else "drawn"
    if uncertain.in_every(key, state):
        return f"in every reading {drawn}"
    if not uncertain.stability.profiles[key][state]:
        return f"in no reading {drawn}"
    least, most = uncertain.bounds(key, state) or (0.0, 0.0)
    if most - least >= _ANY:
        return _SOME
    return f"in {percent(uncertain.share(key, state))} of the readings {drawn}"


def _counted(uncertain: Uncertainty) -> str:
    """Return how many readings were looked at."""
    readings = uncertain.readings
    if readings.draws is not None:
        return f"{readings.draws} readings of what they want were drawn at random."
    number = uncertain.shares.size
    are = one_or_many(number, "is", "are")
    return f"{counted(number, 'reading')} of what they want {are} possible; each counts as much as it is likely."


_SOME = "in some readings of what is open"
_ANY = 1 - 1e-9
"""A share that may be anything between none and all, as the probabilities of what decides it may."""


def percent(share: float) -> str:
    """Return a share strictly between none and all in whole percent."""
    if share < 0.005:
        return "less than 1 %"
    return "more than 99 %" if share >= 0.995 else f"{100 * share:.0f} %"


def _said(uncertain: Uncertainty) -> Iterator[str]:
    """Yield how many readings there are, what holds in all of them, and how exact the shares are."""
    error = uncertain.standard_error
    if error is None:
        for every, words in ((True, "every reading"), (False, "some reading")):
            counts = ", ".join(f"{short(key)} {_counts(uncertain, key, every=every)}" for key in shipped())
            yield f"Number of states that nobody leaves in {words}, by concept: {counts}."
    else:
        yield f"More are possible than can be gone through; {uncertain.shares.size} of those drawn are different."
        yield f"The standard error of a share is at most {100 * error:.1f} percentage points."
    if uncertain.intervals and not uncertain.has_bounds:
        yield "Where a probability is given as an interval, only its middle was used."


def _unchanged(uncertain: Uncertainty, changes: Sequence[Effect]) -> Iterator[str]:
    if uncertain.watched and not changes and uncertain.shares.size > 1:
        yield "No open question by itself changes whether the status quo or an outcome asked about holds."


def _counts(uncertain: Uncertainty, key: str, *, every: bool) -> int:
    counted_in = uncertain.stability.profiles[key]
    return int(np.count_nonzero(counted_in == uncertain.shares.size if every else counted_in))


def _assumptions(uncertain: Uncertainty) -> Iterator[Statement]:
    """Yield what the shares take for granted."""
    orders = uncertain.readings.orders
    if any(run > 1 for order in orders for run in order.runs):
        yield Statement("Of an unknown order, every order is equally likely.", assumption="no source weighs them")
    if sum(0 < chance < 1 for order in orders for chance in order.held) > 1:
        said = "Whether one statement is held says nothing about whether another is."
        yield Statement(said, assumption="each probability is given by itself")
    if uncertain.intervals:
        said = "Within an interval, every probability is equally likely, or rises to the most likely one and falls."
        yield Statement(said, assumption="no source says more than the interval")


def _method(uncertain: Uncertainty) -> Method:
    base = method(uncertain.analysis)
    exact = uncertain.readings.exact
    how = ("Readings", str(uncertain.shares.size)) if exact else ("Draws", str(uncertain.readings.draws))
    seed = None if exact else uncertain.seed
    return Method(base.name, base.variant, (how, *base.parameters), exact, seed, base.references)


CHAPTER = Chapter("uncertainty", 50, find, show)
