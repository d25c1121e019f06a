"""How sure that is, and what to find out next: draws of the uncertain numbers, and each at its ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from detente.findings import Column, Depth, Finding, Method, Result, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.settlement.packages.analysis import analyse
from detente.lenses.settlement.packages.doubt.find_out import find_out
from detente.lenses.settlement.packages.draws import Draws, by_share, draws
from detente.lenses.settlement.packages.entries import UNDER
from detente.lenses.settlement.packages.words import SHOWN, input_name, package_name, percent, quoted, share_of
from detente.lenses.wording import listed, sentence
from detente.methods.bargaining.packages.registry import leading_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.look import Look
    from detente.lenses.settlement.options import SettlementOptions
    from detente.lenses.settlement.packages.analysis import Analysis, Uncertainty
    from detente.methods.bargaining.packages.tornado import Solution, Swing

_INPUTS = (
    Column("input", "Number"),
    Column("low", "Lower end", "number"),
    Column("slack_low", "Slack at the lower end", "number"),
    Column("high", "Upper end", "number"),
    Column("slack_high", "Slack at the upper end", "number"),
    Column("flips", "Changes the answer", "truth"),
)
_CAPTION = (
    "What each number does at its ends (slack: what whoever gains least can gain at most; "
    "below 0 somebody blocks every package)"
)


@dataclass(frozen=True, slots=True)
class Uncertain(Result):
    """How sure the answer is.

    Attributes
    ----------
    uncertainty
        What uncertain numbers do; ``null`` where there are none, or an alternative to a deal is not stated.
    """

    under: ClassVar[str] = UNDER

    uncertainty: Draws | None = None


def find(look: Look[SettlementOptions]) -> Uncertain | None:
    """Return how sure the answer is."""
    if not look.moment.outline.count:
        return None
    analysis = look.once(analyse)
    if analysis is None or analysis.uncertainty is None:
        return Uncertain()
    return Uncertain(draws(analysis, analysis.uncertainty))


def show(found: Uncertain, look: Look[SettlementOptions]) -> Iterator[Finding]:
    """Say what to find out, and how sure the answer is; nothing where alternatives are not stated."""
    del found
    analysis = look.once(analyse)
    if analysis is None or analysis.zopa is None or analysis.nothing_left:
        return
    first = find_out(analysis)
    if first is not None:
        yield first
    yield _unsure(analysis, analysis.uncertainty) if analysis.uncertainty else _SURE


def _unsure(analysis: Analysis, uncertainty: Uncertainty) -> Finding:
    """Return how often somebody blocks every package, and what each uncertain number does."""
    return Finding(
        "How sure that is",
        _headline(uncertainty),
        tuple(_statements(analysis, uncertainty)),
        tuple(table for table in (_shares(analysis, uncertainty), _tornado(analysis, uncertainty)) if table.rows),
        method=Method(
            "Monte Carlo simulation",
            "uncertain numbers triangular where a mode is stated, else uniform, independently of each other; then each "
            "at its ends with all others in the middle",
            (("Draws", f"{uncertainty.shares.draws:,}, from a scrambled Sobol sequence"),),
            exact=False,
            seed=analysis.options.seed,
            references=("Owen1998",),
        ),
        assumptions=(_INDEPENDENT,),
        depth=Depth.DETAIL,
        id="packages-sure",
    )


_INDEPENDENT = Statement("The uncertain numbers vary independently of each other.", assumption="no source links them")


_SURE = Finding(
    "How sure that is",
    "Every number is stated as a single point, so how sure this is cannot be said.",
    depth=Depth.APPENDIX,
    id="packages-sure",
)


def _headline(uncertainty: Uncertainty) -> str:
    empty = uncertainty.shares.empty
    trials = "trials of all uncertain numbers together"
    if empty == 1:
        return f"In all {trials}, somebody blocks every package."
    share = f"{share_of(1 - empty)} of the" if empty else "all"
    return f"In {share} {trials}, nobody blocks some package."


def _statements(analysis: Analysis, uncertainty: Uncertainty) -> Iterator[Statement]:
    """Yield what each number does that changes the answer, with where it comes from."""
    most = float(uncertainty.shares.chosen.max())
    if most:
        best = np.flatnonzero(uncertainty.shares.chosen == most)
        each = " each" if best.size > 1 else ""
        named = quoted(analysis, best)
        yield Statement(
            sentence(f"{leading_rule().whose} rule picks {named} most often, in {share_of(most)} of the trials{each}")
        )
    flipping = [swing for swing in uncertainty.swings if swing.flips(uncertainty.middle)]
    if not flipping:
        yield Statement("No single number changes the answer at either end of its range.")
    for swing in flipping[:5]:
        given = analysis.model.inputs[swing.place]
        ends = ((given.value.low, swing.low), (given.value.high, swing.high))
        said = [
            f"at {value:g} {_change(analysis, end, uncertainty.middle)}"
            for value, end in ends
            if not end.same(uncertainty.middle)
        ]
        yield Statement(sentence(f"{input_name(analysis, given)}: {listed(said)}"))
    untried = analysis.model.doubt.uncertain.size - len(uncertainty.swings)
    if untried:
        yield Statement(
            f"Of the uncertain numbers, {untried:,} were not set to their ends: there are too many packages for that."
        )


def _change(analysis: Analysis, end: Solution, middle: Solution) -> str:
    if end.is_open != middle.is_open:
        return "nobody blocks some package" if end.is_open else "somebody blocks every package"
    return f"{leading_rule().whose} rule picks {quoted(analysis, end.chosen, 1)}"


def _shares(analysis: Analysis, uncertainty: Uncertainty) -> Table:
    shares, rule = uncertainty.shares, leading_rule()
    columns = (
        Column("package", "Package"),
        Column("inside", "Share of trials in which nobody blocks it", "number", "%"),
        Column(rule.key, f"Share in which {rule.whose} rule picks it", "number", "%"),
    )
    rows = tuple(
        Row((package_name(analysis, int(k)), percent(shares.inside[k]), percent(shares.chosen[k])))
        for k in by_share(shares)[:SHOWN]
        if shares.inside[k] > 0
    )
    return Table("shares", "How often each package holds", columns, rows)


def _tornado(analysis: Analysis, uncertainty: Uncertainty) -> Table:
    rows = tuple(_row(analysis, uncertainty, swing) for swing in uncertainty.swings[:SHOWN])
    return Table("tornado", _CAPTION, _INPUTS, rows)


def _row(analysis: Analysis, uncertainty: Uncertainty, swing: Swing) -> Row:
    given = analysis.model.inputs[swing.place]
    ends = (given.value.low, round(swing.low.slack, 4), given.value.high, round(swing.high.slack, 4))
    return Row((sentence(input_name(analysis, given)).rstrip("."), *ends, swing.flips(uncertainty.middle)))


CHAPTER = Chapter("uncertainty", 180, find, show)
