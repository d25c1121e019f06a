"""What if: the packages that can be had in each scenario of the case, beside those of things as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Finding, Row, Table
from detente.lenses.evidence import say
from detente.lenses.settlement.packages.analysis import find
from detente.lenses.settlement.packages.words import quoted
from detente.lenses.wording import counted, listed, one_or_many
from detente.models.settlement.model import model_settlement
from detente.models.settlement.outline import outline_settlement
from detente.situation import apply_scenario, situate

if TYPE_CHECKING:
    from detente.case.scenario import Scenario
    from detente.lenses.settlement.packages.analysis import Found

_COLUMNS = (
    Column("scenario", "Scenario"),
    Column("zone", "Packages that beat no deal or equal it for everybody", "number"),
    Column("able", "Of those, possible now", "number"),
    Column("best", "The best of these for whoever gains least"),
)


def finding(found: Found) -> Finding | None:
    """Return how the scenarios change what can be had; ``None`` in a scenario, or where none changes it."""
    situation = found.situation
    if situation.scenario is not None or found.dealt is None:
        return None
    every = [(scenario, _under(found, scenario)) for scenario in situation.case.scenarios]
    others = [
        (scenario, other)
        for scenario, other in every
        if other is not None and (isinstance(other, str) or _facts(other) != _facts(found))
    ]
    if not others:
        return None
    titles = [_title(scenario) for scenario, _ in others]
    rows = (_row("As things are", found), *(_row(_title(scenario), other) for scenario, other in others))
    return Finding(
        "settlement",
        "packages-what-if",
        "What would change that",
        f"{counted(len(others), 'scenario')} would change which packages all accept, or which can be had: "
        f"{listed(titles)}.",
        statements=tuple(say(f"{_title(scenario)}: {_said(other)}.", scenario) for scenario, other in others),
        tables=(Table("what-if", "What can be had by scenario", _COLUMNS, rows),),
    )


def _under(found: Found, scenario: Scenario) -> Found | str | None:
    """Return what is found in a scenario, or why nothing is; ``None`` where there are no packages to compare."""
    before = found.situation
    changed = situate(apply_scenario(before.case, scenario), before.as_of, scenario=scenario)
    outline = outline_settlement(changed.case)
    if not outline.count or outline.refusal:
        return outline.refusal
    other = find(changed, model_settlement(changed.case), found.options, doubt=False)
    return other.trouble or (None if other.dealt is None else other)


def _facts(found: Found) -> list[frozenset[tuple[tuple[str, str], ...]]]:
    """Return the packages that all accept, and those that can be had: by issue, the outcome in each."""
    issues = found.model.outline.issues
    accepted = found.able if found.dealt is None else found.dealt.best
    return [
        frozenset(
            tuple((issue.id, issue.outcomes[k].id) for issue, k in zip(issues, each, strict=True))
            for each in found.model.space.choices(packages).tolist()
        )
        for packages in (accepted, found.able)
    ]


def _title(scenario: Scenario) -> str:
    return scenario.title or scenario.id


def _said(found: Found | str) -> str:
    if isinstance(found, str):
        return f"not worked out, because {found}"
    able = found.able
    if not able.size:
        return "no package that can be had is worth as much as no deal to everybody"
    which = "" if able.size == 1 else "; the best of them for whoever gains least"
    verb = one_or_many(able.size, "is", "are")
    packages = counted(able.size, "package")
    return (
        f"{packages} that can be had {verb} worth no less than no deal to everybody{which}: {quoted(found, able[:1])}"
    )


def _row(title: str, found: Found | str) -> Row:
    if isinstance(found, str):
        return Row((title, None, None, found))
    able = found.able
    zone = 0 if found.dealt is None else int(found.dealt.zone.sum())
    return Row((title, zone, able.size, quoted(found, able[:1]).strip("“”") if able.size else None))
