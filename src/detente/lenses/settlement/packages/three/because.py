"""Because: the inputs that gains rest on, party by party, and what a package that has to wait waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.findings import Statement
from detente.lenses.evidence import say
from detente.lenses.settlement.packages.blocked.red_lines import refusal
from detente.lenses.settlement.packages.possible.waiting import coming, named
from detente.lenses.settlement.packages.stated import weighed, worth
from detente.lenses.settlement.packages.words import outcomes
from detente.lenses.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.settlement.packages.analysis import Analysis


def because(analysis: Analysis) -> Iterator[Statement]:
    """Yield what each party has without a deal, what weighs how much for it, and what it accepts in no case."""
    outline = analysis.model.outline
    for party in outline.parties:
        yield worth(analysis, party)
        for stated in outline.conditions:
            if stated.party is party:
                yield weighed(analysis, stated)
    for barrier in outline.barriers:
        why = f" {sentence(barrier.red_line.why)}" if barrier.red_line.why else ""
        yield say(f"{refusal(analysis, barrier)}.{why}", barrier.red_line, noted=True)


def waits(analysis: Analysis, package: int) -> Iterator[Statement]:
    """Yield what a package waits for."""
    chosen = outcomes(analysis, package)
    issues = zip(analysis.model.outline.issues, analysis.prospects or (), strict=False)
    for k, (issue, prospects) in enumerate(issues):
        for need in prospects[chosen[issue.id]].lacking(Truth.FALSE):
            what = named(analysis, k, chosen[issue.id])
            yield Statement(f"{what} is not possible now: {need.reason}{coming(analysis, need)}.")
