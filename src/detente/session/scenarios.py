"""Scenarios of an opened case: each must be applicable, and leave a case that passes the checks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.checks import run_checks
from detente.checks.rules import years
from detente.diagnostics import Diagnostic, Rule, Severity, did_you_mean, is_clean
from detente.models.corridor.flaws import moved
from detente.session.models import model_problems
from detente.session.no_deal import left_alternatives
from detente.session.perceptions import apply_perceptions, perception_problems
from detente.situation import ScenarioError, changed, idle_changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.case import Case
    from detente.case.scenario import Scenario
    from detente.checks import Context
    from detente.situation import Written

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


@dataclass(frozen=True, slots=True)
class _Base:
    """A case that scenarios change, and what is found out about it once for all of them.

    Attributes
    ----------
    context, written
        The case, and the same written out.
    years
        What is said of strange years in it.
    perceptions
        The case as each perception has it, by number; ``None`` where one is wrong without any scenario.
    countries
        The country of each node of the corridor, in the case and the scenarios before.
    """

    context: Context
    written: Written
    years: frozenset[str]
    perceptions: Mapping[int, Context] | None
    countries: dict[str, str | None]


def scenario_problems(context: Context, written: Written, *, perceptions: bool) -> Iterator[Diagnostic]:
    """Yield what is wrong with each scenario of a case that is otherwise right.

    Parameters
    ----------
    context, written
        The case, and the same written out.
    perceptions
        Whether its perceptions apply without a scenario, so that it is the scenario's doing where they do not.
    """
    told = frozenset(found.message for found in years.check(context))
    own = {node.id: node.country for node in context.case.corridor.nodes} if context.case.corridor else {}
    base = _Base(context, written, told, apply_perceptions(context, written) if perceptions else None, own)
    for index in range(len(context.case.scenarios)):
        yield from _problems(base, index)


def _problems(base: _Base, index: int) -> Iterator[Diagnostic]:
    path, scenario, span = ("scenarios", index), base.context.case.scenarios[index], base.context.spans.span
    try:
        case = changed(base.written, scenario)
    except ScenarioError as error:
        where = path if error.change is None else (*path, "changes", error.change)
        yield BAD_CHANGE.at(span(*where), str(error), error.hint)
        return
    yield from _idle(base, index, case)
    yield from left_alternatives(base.context, base.written, index, case)
    if "scenarios" not in {change.target.split(".")[0] for change in scenario.changes}:
        case = case.model_copy(update={"scenarios": ()})  # which are checked one by one
    here = span(*path)
    after = base.context.changed_to(case, here)
    problems = run_checks(after)
    if is_clean(problems):
        problems += model_problems(after)
    if case.corridor is not None and is_clean(problems):
        problems += (flaw.diagnostic(after.spans) for flaw in moved(case.corridor, base.countries))
    if base.perceptions is not None and is_clean(problems):
        problems += perception_problems(after, base.written, base.perceptions)
    yield from (found for found in years.check(after) if found.message not in base.years)
    for found in problems:
        if found.severity is Severity.ERROR:
            hint = "" if str(here) in found.hint else found.hint  # a changed case has no other place to point at
            yield BAD_CHANGE.at(here, f"after the changes of '{scenario.id}': {found.message}", hint)


def _idle(base: _Base, index: int, case: Case) -> Iterator[Diagnostic]:
    """Yield that a scenario, or some of its changes, leave the case as it is."""
    span, scenario = base.context.spans.span, base.context.case.scenarios[index]
    if case == base.context.case:
        message = f"'{scenario.id}' changes nothing" if scenario.changes else f"'{scenario.id}' has no changes"
        yield NO_CHANGE.at(span("scenarios", index), message, "write 'changes', or take the scenario out")
        return
    for number in idle_changes(base.written, scenario):
        change = scenario.changes[number]
        so = "holds this already" if change.add else "is so already"
        message = f"'{change.target}' {so}: this changes nothing"
        yield NO_CHANGE.at(span("scenarios", index, "changes", number), message, "take the change out, or mend it")


def scenario_called(case: Case, name: str) -> Scenario:
    """Return a scenario of a case by its id.

    Raises
    ------
    LookupError
        If there is none.
    """
    known = [found.id for found in case.scenarios]
    if name in known:
        return case.scenarios[known.index(name)]
    hint = did_you_mean(name, known) or (f"it has {', '.join(known)}" if known else "it has none")
    raise LookupError(f"the case has no scenario '{name}'; {hint}")
