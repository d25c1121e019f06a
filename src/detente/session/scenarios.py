"""Scenarios of an opened case: each must be applicable, and leave a case that passes the checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.checks import Context, run_checks
from detente.diagnostics import Diagnostic, Place, Rule, Severity, SourceMap, Span, is_clean
from detente.session.models import model_problems
from detente.session.perceptions import perception_problems
from detente.situation import ScenarioError, apply_scenario

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.scenario import Scenario
    from detente.casefile import Loaded

BAD_CHANGE = Rule(
    "DT700",
    "a scenario that cannot be applied",
    "A change names what it changes by a path: a section, then the ids of records below it, such as "
    "conflict.south.s2 or steps.referendum.status. The changed case must still be a case.",
)


def scenario_problems(loaded: Loaded, *, perceptions: bool) -> Iterator[Diagnostic]:
    """Yield what is wrong with each scenario of a case that is otherwise right.

    Parameters
    ----------
    loaded
        The case.
    perceptions
        Whether its perceptions apply without a scenario, so that it is the scenario's doing where they do not.
    """
    for index, scenario in enumerate(loaded.case.scenarios):
        yield from _problems(loaded, index, scenario, perceptions=perceptions)


def _problems(loaded: Loaded, index: int, scenario: Scenario, *, perceptions: bool) -> Iterator[Diagnostic]:
    path = ("scenarios", index)
    try:
        changed = apply_scenario(loaded.case, scenario)
    except ScenarioError as error:
        where = path if error.change is None else (*path, "changes", error.change)
        yield BAD_CHANGE.at(loaded.source_map.span(*where), str(error), error.hint)
        return
    here = loaded.source_map.span(*path)
    problems = run_checks(Context(changed, _everywhere(here), frozenset(), {}))
    if is_clean(problems):
        problems += model_problems(changed, _everywhere(here))
    if perceptions and is_clean(problems):
        problems += perception_problems(changed, _everywhere(here))
    for found in problems:
        if found.severity is Severity.ERROR:
            hint = "" if str(here) in found.hint else found.hint  # a changed case has no other place to point at
            yield BAD_CHANGE.at(here, f"after the changes of '{scenario.id}': {found.message}", hint)


def _everywhere(span: Span) -> SourceMap:
    """Return a source map that places every value at ``span``: a changed case was not written anywhere else."""
    return SourceMap(Place(span))
