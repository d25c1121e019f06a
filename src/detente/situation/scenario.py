"""Scenarios: a case with some things changed, or why it cannot be changed so.

A path begins with a section; each further word is a key, or the id or actor of a record anywhere below.
Dropping an option closes it for good: it stays in the names of states as N, so that scenarios can be compared.
Dropping a preference statement drops the conditions of a party's utility that share it.
Dropping a step frees the steps that required it and the options that waited for it. A step set to ``met`` is met
at once, whatever its plan: a date that does not lie before the case's own is moved there, so that what is dated
from the step keeps a date.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from detente.case import Case
from detente.case.calendar import calendar_of
from detente.case.scenario import Change, Scenario
from detente.case.shape import fields
from detente.case.step import Step
from detente.dates import Interval, Truth, parse_edtf
from detente.diagnostics import did_you_mean
from detente.situation.misfit import misfit
from detente.situation.tree import ScenarioError, follow, list_at, locate, record_at


def apply_scenario(case: Case, scenario: Scenario) -> Case:
    """Return ``case`` with the changes of ``scenario``, in order.

    Raises
    ------
    ScenarioError
        If a path leads nowhere or to several things, or the result is not a case.
    """
    *_, tree = walk(case, scenario)
    changed = _case(tree)
    return _met_at_once(case.model_copy(update={name: getattr(changed, name) for name in tree}), scenario)


def walk(case: Case, scenario: Scenario) -> Iterator[dict[str, Any]]:
    """Yield the sections that a scenario may touch as plain values, before each change and after the last.

    They are changed in place. What was set or added may be written in short, so it is read before anything is dropped.

    Raises
    ------
    ScenarioError
        If a change cannot be made.
    """
    touched = {change.target.split(".")[0] for change in scenario.changes} | {"case", "conflict", "settlement"}
    tree = _plain(case, touched)
    for number, change in enumerate(scenario.changes):
        try:
            if number and change.drop is not None:  # what hangs on a record is found among records only
                tree = _plain(_case(tree), set(tree))
            yield tree
            _apply(tree, change)
        except ScenarioError as error:
            raise ScenarioError(str(error), number, hint=error.hint) from error
    yield tree


def _plain(case: Case, sections: set[str]) -> dict[str, Any]:
    """Return some sections of a case as plain values that can be changed."""
    found: dict[str, Any] = _mutable(case.model_dump(by_alias=True, exclude_unset=True, include=sections))
    return found


def _case(tree: dict[str, Any]) -> Case:
    """Return the case that plain values write."""
    try:
        return Case.model_validate(tree)
    except ValidationError as error:
        message, hint = misfit(error.errors(include_url=False)[0], tree)
        raise ScenarioError(f"the changed case is not valid: {message}", hint=hint) from error


def _met_at_once(case: Case, scenario: Scenario) -> Case:
    """Return ``case`` with the steps that ``scenario`` sets to met dated no later than the case itself."""
    words = [change.target.split(".") for change in scenario.changes if change.set and change.to == "met"]
    names = {path[1] for path in words if len(path) == 3 and (path[0], path[2]) == ("steps", "status")}
    if not names:
        return case
    calendar, now = calendar_of(case), case.case.as_of.interval
    steps = (_dated(step, calendar.of(step.date), now) if step.id in names else step for step in case.steps)
    return case.model_copy(update={"steps": tuple(steps)})


def _dated(step: Step, planned: Interval, now: Interval) -> Step:
    if step.status != "met" or step.date is None or now.earliest is None or planned.by(now) is Truth.TRUE:
        return step
    first = planned.earliest if planned.earliest and planned.earliest <= now.earliest else ".."
    return step.model_copy(update={"date": parse_edtf(f"{first}/{now.earliest}")})


def _apply(tree: dict[str, Any], change: Change) -> None:
    *above, last = change.target.split(".")
    section = (above or [last])[0]
    if section not in fields(Case):
        hint = did_you_mean(section, fields(Case)) or f"the sections are {', '.join(fields(Case))}"
        raise ScenarioError(f"unknown section '{section}'", hint=hint)
    if not above and change.add is None:
        raise ScenarioError(f"'{change.target}' names a whole section; say which record in it")
    if change.drop is not None:
        _drop(tree, above, last)
    elif change.set is not None:
        _set(tree, above, last, change.to)
    else:
        list_at(tree, above, last).append(dict(change.record or {}))


def _set(tree: dict[str, Any], above: list[str], last: str, value: Any) -> None:
    record_at(tree, above)[last] = value


def _drop(tree: dict[str, Any], above: list[str], last: str) -> None:
    container, key = locate(follow(tree, above), last, ".".join([*above, last]))
    gone = container[key]
    options = _options(gone) if above[0] == "conflict" else []
    if options:
        _close(tree["conflict"], gone, options)
        _unshare(tree)
        return
    del container[key]
    if above[0] == "conflict":
        _unshare(tree)
    if above[0] == "steps":
        for step in tree.get("steps", []):
            step["requires"] = _without(step.get("requires", []), last)
        for maker in (tree.get("conflict") or {}).get("decision_makers", []):
            for option in maker.get("options", []):
                if (option.get("available") or {}).get("step") == last:
                    del option["available"]


def _options(gone: Any) -> list[dict[str, Any]]:
    """Return the options that a dropped record is or has."""
    if not isinstance(gone, dict):
        return []
    if "options" in gone:
        return list(gone["options"])
    return [gone] if "id" in gone and not {"when", "changes"} & set(gone) else []


def _close(conflict: dict[str, Any], gone: dict[str, Any], options: list[dict[str, Any]]) -> None:
    for option in options:
        option["available"] = False
    names = {option["id"] for option in options}
    if "status_quo" in conflict:
        conflict["status_quo"] = [name for name in conflict["status_quo"] or () if name not in names]
    if "options" in gone:
        gone.pop("preferences", None)


def _unshare(tree: dict[str, Any]) -> None:
    """Drop the conditions of parties that share a preference statement which their actor does not have any more."""
    own = {
        (maker.get("actor"), statement.get("id"))
        for maker in tree["conflict"].get("decision_makers", [])
        for statement in (maker.get("preferences") or {}).get("statements") or ()
    }
    for party in (tree.get("settlement") or {}).get("parties", []):
        party["conditions"] = [
            condition
            for condition in party.get("conditions", [])
            if condition.get("statement") is None or (party["actor"], condition["statement"]) in own
        ]


def _without(requires: list[Any], name: str) -> list[Any]:
    """Return requirements without those on the step ``name``."""
    kept = []
    for part in requires:
        if part.get("step") == name:
            continue
        inner = {key: _without(part[key], name) for key in ("any", "all") if part.get(key)}
        if not inner or any(inner.values()):
            kept.append(part | inner)
    return kept


def _mutable(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _mutable(item) for key, item in value.items()}
    return [_mutable(item) for item in value] if isinstance(value, tuple | list) else value
