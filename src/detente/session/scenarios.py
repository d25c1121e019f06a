"""Scenarios of an opened case: each must be applicable, and leave a case that passes the checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.checks import Context, run_checks
from detente.diagnostics import Diagnostic, Place, Rule, Severity, SourceMap, Span, is_clean
from detente.session.models import model_problems
from detente.session.perceptions import perception_problems
from detente.situation import ScenarioError, apply_scenario, idle_changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case import Case
    from detente.case.scenario import Scenario
    from detente.casefile import Loaded

BAD_CHANGE = Rule(
    "DT700",
    "a scenario that cannot be applied",
    "A change names what it changes by a path: a section, then the ids of records below it, such as "
    "conflict.south.s2 or steps.referendum.status. The changed case must still be a case.",
)

NO_CHANGE = Rule(
    "DT220",
    "a scenario, or a change in one, that changes nothing",
    "The case stays as it is: what is set is so already, what is added is there, or there are no changes at all. A "
    "reader would take the same results for a finding about the scenario.",
    Severity.WARNING,
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
    yield from _idle(loaded, index, scenario, changed)
    if "scenarios" not in {change.target.split(".")[0] for change in scenario.changes}:
        changed = changed.model_copy(update={"scenarios": ()})  # which are checked one by one
    problems = run_checks(Context(changed, _everywhere(here), frozenset(), {}, changed=True))
    if is_clean(problems):
        problems += model_problems(changed, _everywhere(here))
    if perceptions and is_clean(problems):
        problems += perception_problems(changed, _everywhere(here))
    for found in problems:
        if found.severity is Severity.ERROR:
            hint = "" if str(here) in found.hint else found.hint  # a changed case has no other place to point at
            yield BAD_CHANGE.at(here, f"after the changes of '{scenario.id}': {found.message}", hint)


def _idle(loaded: Loaded, index: int, scenario: Scenario, changed: Case) -> Iterator[Diagnostic]:
    """Yield that a scenario, or some of its changes, leave the case as it is."""
    span = loaded.source_map.span
    if changed == loaded.case:
        message = f"'{scenario.id}' changes nothing" if scenario.changes else f"'{scenario.id}' has no changes"
        yield NO_CHANGE.at(span("scenarios", index), message, "write 'changes', or take the scenario out")
        return
    for number in idle_changes(loaded.case, scenario):
        change = scenario.changes[number]
        so = "holds this already" if change.add else "is so already"
        message = f"'{change.target}' {so}: this changes nothing"
        yield NO_CHANGE.at(span("scenarios", index, "changes", number), message, "take the change out, or mend it")


def _everywhere(span: Span) -> SourceMap:
    """Return a source map that places every value at ``span``: a changed case was not written anywhere else."""
    return SourceMap(Place(span))
