"""How sure that is, and what to find out next: draws of the uncertain numbers, and each at its ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Column, Depth, Finding, Method, Row, Statement, Table
from detente.lenses.settlement.packages.words import SHOWN, input_name, package_name, quoted, share_of
from detente.lenses.wording import listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.settlement.packages.analysis import Found, Unsure
    from detente.methods.bargaining.packages.tornado import Answer, Swing

_SHARES = (
    Column("package", "Package"),
    Column("inside", "Share of draws in which everybody accepts it", "number"),
    Column("nash", "Share in which Nash’s rule picks it", "number"),
)
_INPUTS = (
    Column("input", "Number"),
    Column("low", "Lower end", "number"),
    Column("slack_low", "Slack at the lower end", "number"),
    Column("high", "Upper end", "number"),
    Column("slack_high", "Slack at the upper end", "number"),
    Column("flips", "Changes the answer", "truth"),
)
_CAPTION = (
    "What each number does at its ends (slack: what whoever gains least can gain at most; below 0 the zone is empty)"
)


def finding(found: Found) -> Finding | None:
    """Return how sure the answer is; ``None`` where alternatives are not stated."""
    if found.dealt is None:
        return None
    if found.unsure is None:
        said = "Every number is stated as a single point, so how sure this is cannot be said."
        return Finding("settlement", "packages-sure", "How sure, and what to find out", said, depth=Depth.APPENDIX)
    unsure = found.unsure
    return Finding(
        "settlement",
        "packages-sure",
        "How sure, and what to find out",
        _headline(found, unsure),
        tuple(_statements(found, unsure)),
        tuple(table for table in (_shares(found, unsure), _tornado(found, unsure)) if table.rows),
        method=Method(
            "Monte Carlo simulation",
            "uncertain numbers triangular where a mode is stated, else uniform, independently of each other; then each "
            "at its ends with all others in the middle",
            (("Draws", f"{unsure.shares.draws:,}, from a scrambled Sobol sequence"),),
            exact=False,
            seed=found.options.seed,
            references=("Owen1998",),
        ),
        assumptions=(_INDEPENDENT,),
    )


_INDEPENDENT = Statement("The uncertain numbers vary independently of each other.", assumption="no source links them")


def _headline(found: Found, unsure: Unsure) -> str:
    shares = unsure.shares
    if shares.empty == 1:
        open_in = "In none of the draws is any package worth as much as no deal to everybody"
    else:
        share = "every draw" if not shares.empty else f"{share_of(1 - shares.empty)} of the draws"
        open_in = f"In {share} some package is worth no less than no deal to everybody"
    first = next((swing for swing in unsure.swings if swing.flips(unsure.middle)), None)
    if first is None:
        return f"{open_in}; no single number changes the answer at either end of its interval."
    what = "for what may be had later, " if found.now else ""
    return f"{open_in}; {what}the first thing to find out is {input_name(found, found.model.inputs[first.place])}."


def _statements(found: Found, unsure: Unsure) -> Iterator[Statement]:
    """Yield what each number does that changes the answer, with where it comes from."""
    most = float(unsure.shares.wins.max())
    if most:
        best = np.flatnonzero(unsure.shares.wins == most)
        each = " each" if best.size > 1 else ""
        yield Statement(f"Nash’s rule picks {quoted(found, best)} most often, in {share_of(most)} of the draws{each}.")
    flipping = [swing for swing in unsure.swings if swing.flips(unsure.middle)]
    for swing in flipping[:5]:
        given = found.model.inputs[swing.place]
        ends = ((given.value.low, swing.low), (given.value.high, swing.high))
        said = [
            f"at {value:g} {_change(found, end, unsure.middle)}" for value, end in ends if not end.same(unsure.middle)
        ]
        yield Statement(sentence(f"{input_name(found, given)}: {listed(said)}"))
    untried = found.model.doubt.uncertain.size - len(unsure.swings)
    if untried:
        yield Statement(
            f"Of the uncertain numbers, {untried:,} were not set to their ends: there are too many packages for that."
        )


def _change(found: Found, end: Answer, middle: Answer) -> str:
    if end.is_open != middle.is_open:
        return "the zone opens" if end.is_open else "the zone is empty"
    return f"Nash’s rule picks {quoted(found, end.nash, 1)}"


def _shares(found: Found, unsure: Unsure) -> Table:
    shares = unsure.shares
    order = np.lexsort((-shares.inside, -shares.wins))[:SHOWN]
    rows = tuple(
        Row((package_name(found, int(k)), round(float(shares.inside[k]), 4), round(float(shares.wins[k]), 4)))
        for k in order
        if shares.inside[k] > 0
    )
    return Table("shares", "How often each package holds", _SHARES, rows)


def _tornado(found: Found, unsure: Unsure) -> Table:
    rows = tuple(_row(found, unsure, swing) for swing in unsure.swings[:SHOWN])
    return Table("tornado", _CAPTION, _INPUTS, rows)


def _row(found: Found, unsure: Unsure, swing: Swing) -> Row:
    given = found.model.inputs[swing.place]
    ends = (given.value.low, round(swing.low.slack, 4), given.value.high, round(swing.high.slack, 4))
    return Row((sentence(input_name(found, given)).rstrip("."), *ends, swing.flips(unsure.middle)))
