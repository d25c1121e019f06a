"""How sure this is: what holds in how many readings of what they want, where the case leaves something open."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Finding, Method, Statement
from detente.lenses.conflict.as_written import left_open
from detente.lenses.conflict.engine.explicit import short
from detente.lenses.conflict.model.chapter import lasting_assumptions
from detente.lenses.conflict.uncertainty.questions import effects
from detente.lenses.conflict.uncertainty.tables import tables
from detente.lenses.conflict.why.impasse import method
from detente.lenses.wording import counted, one_or_many
from detente.methods.gmcr.stability.registry import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.lenses.conflict.uncertainty.questions import Effect
    from detente.lenses.conflict.uncertainty.readings import Sureness

_OPEN = "of what they want that the case leaves open"


def finding(sureness: Sureness | None) -> Finding | None:
    """Return in how many readings each state would hold; ``None`` where the case leaves nothing open."""
    if sureness is None:
        return None
    analysis = sureness.analysis
    changes = effects(sureness)
    return Finding(
        "conflict",
        "uncertainty",
        "How sure this is",
        _headline(sureness),
        statements=(*left_open(analysis), *map(Statement, (*_said(sureness), *_unchanged(sureness, changes)))),
        tables=tables(sureness, changes),
        method=_method(sureness),
        assumptions=(*lasting_assumptions(analysis), *_assumptions(sureness)),
    )


def _headline(sureness: Sureness) -> str:
    quo = sureness.analysis.model.status_quo
    if quo is None:
        some, every = (_counts(sureness, "nash", every=every) for every in (False, True))
        are = one_or_many(some, "state is", "states are")
        which = "which are" if every == some else f"and {every} of them in all"
        return f"{some} {are} left by nobody in some of the readings {_OPEN}, {which}."
    nash, seq = (_in_readings(sureness, key, quo) for key in ("nash", "seq"))
    if nash == seq:
        return f"The status quo holds under Nash and SEQ {nash} {_OPEN}."
    return f"The status quo holds under Nash {nash} {_OPEN}; under SEQ {seq}."


def _in_readings(sureness: Sureness, key: str, state: int) -> str:
    """Return in how many of the readings a state holds, as "in 83 % of the readings"."""
    drawn = "" if sureness.readings.exact else " drawn"
    if sureness.in_every(key, state):
        return f"in all of the readings{drawn}"
    if not sureness.stability.profiles[key][state]:
        return f"in none of the readings{drawn}"
    return f"in {percent(sureness.share(key, state))} of the readings{drawn}"


def percent(share: float) -> str:
    """Return a share strictly between none and all in whole percent."""
    if share < 0.005:
        return "less than 1 %"
    return "more than 99 %" if share >= 0.995 else f"{100 * share:.0f} %"


def _said(sureness: Sureness) -> Iterator[str]:
    """Yield how many readings there are, what holds in all of them, and how exact the shares are."""
    readings = sureness.readings
    number = sureness.shares.size
    if readings.draws is None:
        are = one_or_many(number, "is", "are")
        yield f"{counted(number, 'reading')} of what they want {are} possible; each counts as much as it is likely."
        for every, words in ((True, "every reading"), (False, "some reading")):
            counts = ", ".join(f"{short(key)} {_counts(sureness, key, every=every)}" for key in shipped())
            yield f"Number of states that nobody leaves in {words}, by concept: {counts}."
    else:
        error = 100 * standard_error(readings.draws)
        yield (
            f"More readings of what they want are possible than can be gone through: {readings.draws} were drawn at "
            f"random, {number} of them different. The standard error of a share is at most {error:.1f} percentage "
            "points."
        )
    if sureness.intervals and not sureness.has_bounds:
        yield "Where a probability is given as an interval, only its middle was used."


def _unchanged(sureness: Sureness, changes: Sequence[Effect]) -> Iterator[str]:
    if sureness.watched and not changes and sureness.shares.size > 1:
        yield "No open question by itself changes whether the status quo or an outcome asked about holds."


def standard_error(draws: int) -> float:
    """Return the greatest standard error that a share of so many draws can have: that of one half."""
    return 0.5 / math.sqrt(draws)


def _counts(sureness: Sureness, key: str, *, every: bool) -> int:
    counted_in = sureness.stability.profiles[key]
    return int(np.count_nonzero(counted_in == sureness.shares.size if every else counted_in))


def _assumptions(sureness: Sureness) -> Iterator[Statement]:
    """Yield what the shares take for granted."""
    orders = sureness.readings.orders
    if any(run > 1 for order in orders for run in order.runs):
        yield Statement("Of an unknown order, every order is equally likely.", assumption="no source weighs them")
    if sum(0 < chance < 1 for order in orders for chance in order.held) > 1:
        said = "Whether one statement is held says nothing about whether another is."
        yield Statement(said, assumption="each probability is given by itself")
    if sureness.intervals:
        said = "Within an interval, every probability is equally likely, or rises to the most likely one and falls."
        yield Statement(said, assumption="no source says more than the interval")


def _method(sureness: Sureness) -> Method:
    base = method(sureness.analysis)
    exact = sureness.readings.exact
    how = ("Readings", str(sureness.shares.size)) if exact else ("Draws", str(sureness.readings.draws))
    seed = None if exact else sureness.seed
    return Method(base.name, base.variant, (how, *base.parameters), exact, seed, base.references)
