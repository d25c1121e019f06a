"""Scenarios of an opened case: each must be applicable, and leave a case that passes the checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.checks import run_checks
from detente.checks.rules import years
from detente.diagnostics import Diagnostic, Rule, Severity, is_clean
from detente.session.models import model_problems
from detente.session.perceptions import perception_problems
from detente.situation import ScenarioError, apply_scenario, idle_changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case import Case
    from detente.case.scenario import Scenario
    from detente.checks import Context

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


def scenario_problems(context: Context, *, perceptions: bool) -> Iterator[Diagnostic]:
    """Yield what is wrong with each scenario of a case that is otherwise right.

    Parameters
    ----------
    context
        The case.
    perceptions
        Whether its perceptions apply without a scenario, so that it is the scenario's doing where they do not.
    """
    for index, scenario in enumerate(context.case.scenarios):
        yield from _problems(context, index, scenario, perceptions=perceptions)


def _problems(context: Context, index: int, scenario: Scenario, *, perceptions: bool) -> Iterator[Diagnostic]:
    path = ("scenarios", index)
    try:
        changed = apply_scenario(context.case, scenario)
    except ScenarioError as error:
        where = path if error.change is None else (*path, "changes", error.change)
        yield BAD_CHANGE.at(context.spans.span(*where), str(error), error.hint)
        return
    yield from _idle(context, index, changed)
    here = context.spans.span(*path)
    if "scenarios" not in {change.target.split(".")[0] for change in scenario.changes}:
        changed = changed.model_copy(update={"scenarios": ()})  # which are checked one by one
    after = context.changed_to(changed, here)
    problems = run_checks(after)
    if is_clean(problems):
        problems += model_problems(changed, after.spans)
    if perceptions and is_clean(problems):
        problems += perception_problems(after)
    yield from _strange_years(context, after)
    for found in problems:
        if found.severity is Severity.ERROR:
            hint = "" if str(here) in found.hint else found.hint  # a changed case has no other place to point at
            yield BAD_CHANGE.at(here, f"after the changes of '{scenario.id}': {found.message}", hint)


def _strange_years(context: Context, after: Context) -> Iterator[Diagnostic]:
    """Yield the strange years that only the changed case has."""
    known = {found.message for found in years.check(context)}
    yield from (found for found in years.check(after) if found.message not in known)


def _idle(context: Context, index: int, changed: Case) -> Iterator[Diagnostic]:
    """Yield that a scenario, or some of its changes, leave the case as it is."""
    span, scenario = context.spans.span, context.case.scenarios[index]
    if changed == context.case:
        message = f"'{scenario.id}' changes nothing" if scenario.changes else f"'{scenario.id}' has no changes"
        yield NO_CHANGE.at(span("scenarios", index), message, "write 'changes', or take the scenario out")
        return
    for number in idle_changes(context.case, scenario):
        change = scenario.changes[number]
        so = "holds this already" if change.add else "is so already"
        message = f"'{change.target}' {so}: this changes nothing"
        yield NO_CHANGE.at(span("scenarios", index, "changes", number), message, "take the change out, or mend it")
