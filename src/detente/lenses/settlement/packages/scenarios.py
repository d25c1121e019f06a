"""What if: the packages that can be had in each scenario of the case, beside those of things as they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.findings import Column, Depth, Finding, Row, Table
from detente.findings.trial import Effect
from detente.lenses.chapter import Chapter
from detente.lenses.evidence import say
from detente.lenses.settlement import LENS
from detente.lenses.settlement.packages.analysis import Analysis, analyse, analysis_of
from detente.lenses.settlement.packages.words import quoted
from detente.lenses.wording import counted, one_or_many

if TYPE_CHECKING:
    from detente.case.scenario import Scenario
    from detente.lenses.look import Look
    from detente.lenses.settlement.options import SettlementOptions
    from detente.study import Moment

_COLUMNS = (
    Column("scenario", "Scenario"),
    Column("zone", "Packages that nobody blocks", "number"),
    Column("able", "Of those, possible now", "number"),
    Column("best", "The best of these for whoever gains least"),
)


@dataclass(frozen=True, slots=True)
class Changed:
    """A scenario that changes which packages all accept, or which can be had.

    Attributes
    ----------
    scenario
        Which.
    analysis
        The packages there, or that they are not worked out and why.
    """

    scenario: Scenario
    analysis: Analysis | str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The packages of a case beside those in its scenarios.

    Attributes
    ----------
    analysis
        The packages as things are.
    changed
        The scenarios that change them.
    """

    analysis: Analysis
    changed: tuple[Changed, ...]


def find(look: Look[SettlementOptions]) -> Comparison | None:
    """Return how the scenarios change what can be had; ``None`` in a scenario, or where none changes it."""
    analysis = look.once(analyse)
    if analysis is None or analysis.zopa is None:
        return None
    changed = []
    for moment in look.moment.alternatives():
        there = _under(moment, look.options)
        if moment.scenario and there is not None and (isinstance(there, str) or _facts(there) != _facts(analysis)):
            changed.append(Changed(moment.scenario, there))
    return Comparison(analysis, tuple(changed)) if changed else None


def _under(moment: Moment, options: SettlementOptions) -> Analysis | str | None:
    """Return what is found in a scenario, or that nothing is and why; ``None`` without packages to compare."""
    if undecided := LENS.undecided(moment):
        return f"not determined: {undecided}"
    analysis = analysis_of(moment, options)
    trouble = moment.outline.refusal if analysis is None else analysis.trouble
    if trouble:
        return f"not worked out, because {trouble}"
    return None if analysis is None or analysis.zopa is None else analysis


def show(found: Comparison, look: Look[SettlementOptions]) -> Finding:
    """Say how the scenarios change what can be had."""
    del look
    rows = (_row(each.scenario.label, each.analysis) for each in found.changed)
    table = Table("what-if", "What can be had by scenario", _COLUMNS, (_row("As things are", found.analysis), *rows))
    said = (say(f"{each.scenario.label}: {_said(each.analysis)}.", each.scenario, noted=True) for each in found.changed)
    return Finding(
        "What would change that",
        _headline(found.changed),
        statements=tuple(said),
        tables=(table,),
        effects=tuple(Effect(each.scenario.id, f"of packages, {_said(each.analysis)}") for each in found.changed),
        depth=Depth.DETAIL,
        id="packages-what-if",
    )


def _headline(changed: tuple[Changed, ...]) -> str:
    sure = sum(not isinstance(each.analysis, str) for each in changed)
    what = "change what nobody blocks, or what can be had"
    said = [f"{counted(sure, 'scenario')} would {what}."] if sure else []
    unsure = len(changed) - sure
    said += [f"It cannot be said whether {counted(unsure, 'scenario')} would {what}."] if unsure else []
    return " ".join(said)


def _facts(analysis: Analysis) -> list[frozenset[tuple[tuple[str, str], ...]]]:
    """Return the packages that all accept, and those that can be had: by issue, the outcome in each."""
    issues = analysis.model.outline.issues
    accepted = analysis.able if analysis.zopa is None else analysis.zopa.best
    return [
        frozenset(
            tuple((issue.id, issue.outcomes[k].id) for issue, k in zip(issues, each, strict=True))
            for each in analysis.model.space.choices(packages).tolist()
        )
        for packages in (accepted, analysis.able)
    ]


def _said(analysis: Analysis | str) -> str:
    if isinstance(analysis, str):
        return analysis
    able = analysis.able
    if not able.size:
        return f"somebody blocks every package that can be had{_unsure(analysis)}"
    which = "" if able.size == 1 else "; the best for whoever gains least"
    best = quoted(analysis, analysis.best_able[:1])
    return f"nobody blocks {counted(able.size, 'package')} that can be had{which}: {best}{_unsure(analysis)}"


def _unsure(analysis: Analysis) -> str:
    """Return the end of a sentence that says of how many packages of the zone it is not known whether they can be."""
    unsure = 0 if analysis.zopa is None else int(analysis.unknown[analysis.zopa.best].sum())
    if not unsure:
        return ""
    others = counted(unsure, "other", "others")
    return f"; of {others} that nobody blocks it is not known whether {_they(unsure)} can be had"


def _they(number: int) -> str:
    return one_or_many(number, "it", "they")


def _row(title: str, analysis: Analysis | str) -> Row:
    if isinstance(analysis, str):
        return Row((title, None, None, analysis))
    able = analysis.able
    zone = 0 if analysis.zopa is None else int(analysis.zopa.inside.sum())
    return Row((title, zone, able.size, quoted(analysis, analysis.best_able[:1]).strip("“”") if able.size else None))


CHAPTER = Chapter("scenarios", 190, find, show)
