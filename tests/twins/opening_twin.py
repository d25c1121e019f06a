"""What is wrong with a case and its scenarios, found the slow way: every changed case is checked whole, by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.twins.scenario_twin import apply_scenario, idle_changes

from detente.case import Case
from detente.case.scenario import Scenario
from detente.case.settlement import Condition
from detente.casefile import load, read_texts
from detente.checks import Context, run_checks
from detente.checks.rules import years
from detente.diagnostics import Diagnostic, Place, Severity, SourceMap, Span, did_you_mean, is_clean
from detente.lenses.registry import shipped
from detente.models.conflict.perceptions import BAD_PERCEPTION
from detente.models.corridor.flaws import MOVED
from detente.models.corridor.predicate.reading import BAD_PREDICATE, read_claims
from detente.session.models import model_problems
from detente.session.no_deal import LEFT
from detente.session.perceptions import perception_problems
from detente.session.scenarios import BAD_CHANGE, NO_CHANGE
from detente.situation import PerceptionError, ScenarioError, Written, perceived


def open_slowly(path: Path) -> tuple[Diagnostic, ...]:
    """Return what ``open_case`` finds in a case."""
    loaded = load(path)
    texts = read_texts(loaded.case, loaded.folder, None)
    context = Context(
        loaded.case, loaded.source_map, loaded.broken_ids, texts, loaded.lost, lenses=frozenset(shipped())
    )
    found = [*loaded.diagnostics, *run_checks(context)]
    if is_clean(found):
        found += model_problems(context)
    if is_clean(found):
        misread = list(perception_problems(context, Written(context.case)))
        found += misread
        countries: dict[str, str | None] = {}
        list(_moved(context, countries))
        for index in range(len(context.case.scenarios)):
            found += _of_scenario(context, index, countries, perceptions=not misread)
    return tuple(sorted(set(found)))


def alone(case: Case) -> Case:
    """Return a case that shares nothing with any other."""
    return Case.model_validate(case.model_dump(by_alias=True, exclude_unset=True))


def _of_scenario(
    context: Context, index: int, countries: dict[str, str | None], *, perceptions: bool
) -> Iterator[Diagnostic]:
    case, span, scenario = context.case, context.spans.span, context.case.scenarios[index]
    try:
        changed = apply_scenario(case, scenario)
    except ScenarioError as error:
        where = () if error.change is None else ("changes", error.change)
        yield BAD_CHANGE.at(span("scenarios", index, *where), str(error), error.hint)
        return
    here = span("scenarios", index)
    if changed == case:
        message = f"'{scenario.id}' changes nothing" if scenario.changes else f"'{scenario.id}' has no changes"
        yield NO_CHANGE.at(here, message, "write 'changes', or take the scenario out")
    else:
        for number in idle_changes(case, scenario):
            change = scenario.changes[number]
            message = f"'{change.target}' {'holds this' if change.add else 'is so'} already: this changes nothing"
            yield NO_CHANGE.at(span("scenarios", index, "changes", number), message, "take the change out, or mend it")
    yield from _left(context, index, changed)
    yield from _left(context, index, changed)
    if not any(change.target.split(".")[0] == "scenarios" for change in scenario.changes):
        changed = changed.model_copy(update={"scenarios": ()})
    after = _placed(context, changed, here)
    problems = _errors(after, case) or list(_moved(after, countries))
    if perceptions and not problems:
        problems = list(_of_perceptions(after, case, here))
    known = {found.message for found in years.check(context)}
    yield from (found for found in years.check(after) if found.message not in known)
    for found in problems:
        yield _without_place(BAD_CHANGE.at(here, f"after the changes of '{scenario.id}': {found.message}", found.hint))


def _left(context: Context, index: int, changed: Case) -> Iterator[Diagnostic]:
    """Yield, without hints, where a party loses conditions and nothing is said of what no deal is worth to it."""
    scenario = context.case.scenarios[index]
    words = [change.target.split(".") for change in scenario.changes]
    parties = changed.settlement.parties if changed.settlement else ()
    for k, party in enumerate(parties):
        which = [each.actor for each in parties[:k]].count(party.actor)
        said = [path for path in words if path[0] == "settlement" and {"batna", "assumption", "note"} & set(path)]
        if party.batna is None or any({party.actor, party.id} & set(path) for path in said):
            continue
        lost: list[tuple[int, str]] = []
        for number, change in enumerate(scenario.changes):
            if change.drop is not None:
                before = _conditions(context.case, scenario, number, (party.actor, which))
                after = _conditions(context.case, scenario, number + 1, (party.actor, which))
                gone = (each for each in before if each not in after and each.weight.mean)
                lost += [(number, f"'{each.id or each.statement or each.when}'") for each in gone]
        if lost:
            low, high = f"{party.batna.low:.2f}", f"{party.batna.high:.2f}"
            what = f"{' and '.join(name for _, name in lost)} {'counts' if len(lost) == 1 else 'count'} no more"
            stays = f"what no deal is worth to it stays {low if low == high else f'{low} to {high}'}"
            span = context.spans.span("scenarios", index, "changes", lost[0][0])
            yield LEFT.at(span, f"{what} for '{party.actor}', but {stays}")


def _conditions(case: Case, scenario: Scenario, end: int, party: tuple[str, int]) -> tuple[Condition, ...]:
    """Return the conditions of an actor, as which party of several, after the first changes of a scenario."""
    first = scenario.model_copy(update={"changes": scenario.changes[:end]})
    settlement = (apply_scenario(case, first) if end else case).settlement
    own = [each for each in (settlement.parties if settlement else ()) if each.actor == party[0]]
    return own[party[1]].conditions if party[1] < len(own) else ()


def _moved(context: Context, countries: dict[str, str | None]) -> Iterator[Diagnostic]:
    """Yield the nodes that lie in another country than in the case, or in a scenario before."""
    for node in context.case.corridor.nodes if context.case.corridor else ():
        if node.id in countries and countries[node.id] != node.country:
            message, hint = f"the node '{node.id}' lies in another country", "add another node, and links to it"
            yield MOVED.at(context.spans.span("corridor", "nodes"), message, hint, cause=node.id)
        countries.setdefault(node.id, node.country)


def _of_perceptions(context: Context, before: Case, here: Span) -> Iterator[Diagnostic]:
    """Yield the errors in the perceptions of a changed case."""
    conflict = context.case.conflict
    makers = [maker.actor for maker in conflict.decision_makers] if conflict else []
    for perception in conflict.perceptions if conflict else ():
        if perception.by not in makers:
            hint = did_you_mean(perception.by, makers) or f"the decision makers are {', '.join(makers)}"
            yield BAD_PERCEPTION.at(here, f"'{perception.by}' is not a decision maker", hint)
    for maker in makers:
        try:
            for view in perceived(alone(context.case), maker):
                if view.case != view.before:
                    for found in _errors(_placed(context, view.case, here), before):
                        told = BAD_PERCEPTION.at(here, f"under the reading of '{maker}': {found.message}", found.hint)
                        yield _without_place(told)
        except PerceptionError as error:
            yield BAD_PERCEPTION.at(here, str(error), error.hint)


def _placed(context: Context, case: Case, here: Span) -> Context:
    return Context(alone(case), SourceMap(Place(here)), frozenset(), context.texts, lenses=context.lenses)


def _errors(context: Context, before: Case) -> list[Diagnostic]:
    """Return the errors in a changed case; its predicates may name what the case has ``before`` any change."""
    corridor = context.case.corridor
    found = [
        each for each in run_checks(context) if each.severity is Severity.ERROR and each.code != BAD_PREDICATE.code
    ]
    if corridor is not None and not any(each.path[0] == "corridor" for each in context.dangling):
        _, flaws = read_claims(corridor, before.scenarios, before.corridor)
        found += [flaw.diagnostic(context.spans) for flaw in flaws]
    return found or [problem for problem in model_problems(context) if problem.severity is Severity.ERROR]


def _without_place(found: Diagnostic) -> Diagnostic:
    """Return a problem of a changed case without a hint at its place, as it has no other."""
    return replace(found, hint="") if str(found.span) in found.hint else found
