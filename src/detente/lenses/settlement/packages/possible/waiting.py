"""Waiting: what packages that cannot be had yet wait for, and which outcomes are not known to be possible."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.dates import Truth
from detente.dates.words import plain_day
from detente.findings import Statement
from detente.lenses.settlement.packages.words import outcome_name
from detente.lenses.wording import counted, listed, one_or_many
from detente.models.roadmap.model import planned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.settlement.packages.analysis import Analysis
    from detente.study.prospects import Need, Prospect


@dataclass(frozen=True, slots=True)
class Unknown:
    """An outcome that is not known to be possible.

    Attributes
    ----------
    issue, outcome
        Their ids.
    """

    issue: str
    outcome: str


def unknown(analysis: Analysis) -> tuple[Unknown, ...]:
    """Return the outcomes that are not known to be possible; none where the case does not tell of any."""
    issues = analysis.model.outline.issues
    return tuple(Unknown(issues[k].id, issues[k].outcomes[number].id) for k, number, _ in _unknown(analysis))


def unknown_outcomes(analysis: Analysis) -> Iterator[Statement]:
    """Yield which outcomes are not known to be possible and why, and how many packages of the zone hold one."""
    silent: list[str] = []
    for k, number, prospect in _unknown(analysis):
        outcome = named(analysis, k, number)
        if prospect.needs is None:
            silent.append(outcome)
        for reason in dict.fromkeys(need.reason for need in prospect.lacking(Truth.UNDETERMINED)):
            yield Statement(f"Whether {outcome} is possible is not known: {reason}.")
    if silent:
        them, they = one_or_many(len(silent), "it", "them"), one_or_many(len(silent), "it", "they")
        why = f"the case says neither what would bring {them} about nor from when {they} can be had"
        verb = one_or_many(len(silent), "is", "are")
        yield Statement(f"Whether {listed(silent)} {verb} possible is not known: {why}.")
    holding = 0 if analysis.zopa is None else int(analysis.unknown[analysis.zopa.best].sum())
    if holding:
        zone = f"{counted(holding, 'package')} that nobody blocks {one_or_many(holding, 'holds', 'hold')}"
        verb = one_or_many(holding, "does", "do")
        yield Statement(f"{zone} what is not known to be possible, and {verb} not count as possible.")


def waiting(analysis: Analysis) -> Iterator[Statement]:
    """Yield what packages of the zone wait for that cannot be had yet."""
    if analysis.zopa is None or analysis.possible is None:
        return
    chosen = analysis.model.space.choices(analysis.zopa.best)
    shut = np.zeros(len(chosen), dtype=np.bool_)
    for k, outcomes in enumerate(analysis.prospects or ()):
        shut |= np.array([each.possible is Truth.FALSE for each in outcomes])[chosen[:, k]]
        for number in np.unique(chosen[:, k]).tolist():
            waits = int((chosen[:, k] == number).sum())
            packages = f"{counted(waits, 'package')} that nobody blocks {one_or_many(waits, 'waits', 'wait')}"
            reasons = (f"{need.reason}{coming(analysis, need)}" for need in outcomes[number].lacking(Truth.FALSE))
            for reason in dict.fromkeys(reasons):
                yield Statement(f"{packages} for {named(analysis, k, number)}: {reason}.")
    out = ~analysis.possible[analysis.zopa.best] & ~analysis.unknown[analysis.zopa.best] & ~shut
    if out.any():
        noun = counted(int(out.sum()), "package")
        yield Statement(f"As the dispute stands, the conflict's conditions rule out {noun} that nobody blocks.")


def _unknown(analysis: Analysis) -> Iterator[tuple[int, int, Prospect]]:
    """Yield what is not known to be possible: the number of its issue, its own, and what is known of it."""
    for k, outcomes in enumerate(() if analysis.possible is None else analysis.prospects or ()):
        yield from ((k, number, each) for number, each in enumerate(outcomes) if each.possible is Truth.UNDETERMINED)


def named(analysis: Analysis, k: int, number: int) -> str:
    """Return an outcome with its issue, in quotation marks."""
    issue = analysis.model.outline.issues[k]
    return f"“{issue.label}: {outcome_name(issue, number)}”"


def coming(analysis: Analysis, need: Need) -> str:
    """Return when the roadmap has the step coming that is waited for; nothing where it has no day for it."""
    days = planned(analysis.moment.roads.model).get(need.step) if need.step else None
    if days is None or days.earliest is None:
        return ""
    return f"; the roadmap has it coming not before {plain_day(days.earliest)}"
