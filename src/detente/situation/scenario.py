"""Scenarios: a case with some things changed, or why it cannot be changed so.

A path begins with a section; each further word is a key, or the id or actor of a record anywhere below.
Dropping an option or a joint act closes it for good: it stays in the names of states as N, so that scenarios can be
compared. With a decision maker go the joint acts that need its consent.
Dropping a preference statement drops the conditions of a party's utility that share it.
Dropping a step frees the steps that required it, and the options, joint acts, outcomes and links that waited for it. A
step set to ``met`` is met at once, whatever its plan and whatever date is looked at: a date that does not lie before
that, or before the case's own, is moved there, so that what is dated from the step keeps a date.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from detente.case import Case
from detente.case.calendar import calendar_of
from detente.case.scenario import Change, Scenario
from detente.case.shape import Path, fields
from detente.case.step import Step
from detente.dates import Interval, PartialDate, Truth, parse_edtf
from detente.diagnostics import did_you_mean
from detente.situation.tree import (
    ScenarioError,
    Tree,
    follow,
    list_at,
    list_place,
    put,
    record_place,
    value_at,
    without,
)
from detente.situation.written import Written


def apply_scenario(case: Case, scenario: Scenario, as_of: PartialDate | None = None) -> Case:
    """Return ``case`` with the changes of ``scenario``, in order; what none of them touches is the very same.

    Parameters
    ----------
    case, scenario
        The case, and what to change in it.
    as_of
        The date that it will be looked at; the case's own when omitted.

    Raises
    ------
    ScenarioError
        If a path leads nowhere or to several things, or the result is not a case.
    """
    return changed(Written(case), scenario, as_of)


def changed(written: Written, scenario: Scenario, as_of: PartialDate | None = None) -> Case:
    """Return a case that is written out with the changes of ``scenario``, like ``apply_scenario``."""
    *_, (last, tree) = walk(written, scenario)
    return _met_at_once(last.read(tree), scenario, as_of)


def walk(written: Written, scenario: Scenario) -> Iterator[tuple[Written, Tree]]:
    """Yield the sections that a scenario may touch as plain values, before each change and after the last.

    What was set or added may be written in short, so it is read before anything is dropped.

    Yields
    ------
    The case as it was last read, and its sections as plain values.

    Raises
    ------
    ScenarioError
        If a change cannot be made.
    """
    touched = {change.target.split(".")[0] for change in scenario.changes} | {"case", "conflict", "settlement"}
    if any(change.drop is not None and change.drop.startswith("steps.") for change in scenario.changes):
        touched |= {"issues", "corridor"}
    tree = written.sections(touched)
    for number, change in enumerate(scenario.changes):
        try:
            if number and change.drop is not None:  # what hangs on a record is found among records only
                written = Written(written.read(tree), written)
                tree = written.sections(set(tree))
            yield written, tree
            tree = _changed(tree, change)
        except ScenarioError as error:
            raise ScenarioError(str(error), number, hint=error.hint) from error
    yield written, tree


def _met_at_once(case: Case, scenario: Scenario, as_of: PartialDate | None) -> Case:
    """Return ``case`` with the steps that ``scenario`` sets to met dated no later than the case and ``as_of``."""
    words = [change.target.split(".") for change in scenario.changes if change.set and change.to == "met"]
    names = {path[1] for path in words if len(path) == 3 and (path[0], path[2]) == ("steps", "status")}
    own = case.case.as_of.interval.earliest
    first = as_of.interval.earliest if as_of is not None else own
    if not names or own is None or first is None:
        return case
    calendar, now = calendar_of(case), Interval.day(min(own, first))
    steps = (
        _dated(step, calendar.of(step.date), now, is_past=first < own) if step.id in names else step
        for step in case.steps
    )
    return case.model_copy(update={"steps": tuple(steps)})


def _dated(step: Step, planned: Interval, now: Interval, *, is_past: bool) -> Step:
    """Return a step that is met by a day; what is undated is met by the case's own date anyway, but not before."""
    settled = not is_past if step.date is None else planned.by(now) is Truth.TRUE
    if step.status != "met" or settled or now.earliest is None:
        return step
    first = planned.earliest if planned.earliest and planned.earliest <= now.earliest else ".."
    return step.model_copy(update={"date": parse_edtf(f"{first}/{now.earliest}")})


def _changed(tree: Tree, change: Change) -> Tree:
    *above, last = change.target.split(".")
    section = (above or [last])[0]
    if section not in fields(Case):
        hint = did_you_mean(section, fields(Case)) or f"the sections are {', '.join(fields(Case))}"
        raise ScenarioError(f"unknown section '{section}'", hint=hint)
    if not above and change.add is None:
        raise ScenarioError(f"'{change.target}' names a whole section; say which record in it")
    if change.drop is not None:
        return _dropped(tree, above, last)
    if change.set is not None:
        return _put(tree, (*record_place(tree, above), last), change.to)
    place = list_place(tree, above, last)
    return _put(tree, place, [*list_at(tree, place), change.record or {}])


def _put(tree: Tree, place: Path, value: Any) -> Tree:
    found: Tree = put(tree, place, value)
    return found


def _dropped(tree: Tree, above: list[str], last: str) -> Tree:
    place = follow(tree, [*above, last])
    section, *_ = above
    options = list(_doings(tree, place)) if section == "conflict" else []
    tree = _closed(tree, place, options) if options else without(tree, place)
    if section == "conflict":
        return _unshared(tree)
    return _unrequired(tree, last) if section == "steps" else tree


def _doings(tree: Tree, place: Path) -> Iterator[Path]:
    """Yield the places of the options that a dropped record is or has, and of joint acts that need its consent."""
    gone = value_at(tree, place)
    if isinstance(gone, dict) and "options" in gone:
        yield from ((*place, "options", k) for k in range(len(gone["options"])))
        acts = tree["conflict"].get("joint", [])
        yield from (("conflict", "joint", k) for k, act in enumerate(acts) if gone.get("actor") in act["by"])
    elif isinstance(gone, dict) and "id" in gone and not {"when", "changes"} & set(gone):
        yield place


def _closed(tree: Tree, gone: Path, options: list[Path]) -> Tree:
    """Return a case in which options are closed for good; who has them prefers nothing any more, where it is gone."""
    names = {value_at(tree, place)["id"] for place in options}
    for place in options:
        tree = put(tree, (*place, "available"), False)
    if "status_quo" in tree["conflict"]:
        taken = tree["conflict"]["status_quo"] or ()
        kept = [name for name in taken if not {name, name.partition("@")[0]} & names]
        tree = put(tree, ("conflict", "status_quo"), kept)
    maker = value_at(tree, gone)
    for wanted in ("preferences", "red_lines"):
        if "options" in maker and wanted in maker:
            tree = without(tree, (*gone, wanted))
    return tree


def _unshared(tree: Tree) -> Tree:
    """Drop the conditions of parties that share a preference statement which their actor does not have any more."""
    own = {
        (maker.get("actor"), statement.get("id"))
        for maker in tree["conflict"].get("decision_makers", [])
        for statement in (maker.get("preferences") or {}).get("statements") or ()
    }
    for k, party in enumerate((tree.get("settlement") or {}).get("parties", [])):
        stated = party.get("conditions", [])
        kept = [each for each in stated if each.get("statement") is None or (party["actor"], each["statement"]) in own]
        if len(kept) < len(stated):
            tree = put(tree, ("settlement", "parties", k, "conditions"), kept)
    return tree


def _unrequired(tree: Tree, gone: str) -> Tree:
    """Return a case in which no step requires one that is gone, and nothing waits for it."""
    for k, step in enumerate(tree.get("steps", [])):
        if gone in _required(step.get("requires", [])):
            tree = put(tree, ("steps", k, "requires"), _without(step["requires"], gone))
    conflict = tree.get("conflict") or {}
    doings: list[Path] = [("joint", k) for k in range(len(conflict.get("joint", [])))]
    for i, maker in enumerate(conflict.get("decision_makers", [])):
        doings += [("decision_makers", i, "options", k) for k in range(len(maker.get("options", [])))]
    for place in doings:
        if (value_at(conflict, place).get("available") or {}).get("step") == gone:
            tree = without(tree, ("conflict", *place, "available"))
    for i, issue in enumerate(tree.get("issues", [])):
        for k, outcome in enumerate(issue.get("outcomes", [])):
            if (outcome.get("available") or {}).get("step") == gone:  # which leaves it possible at any time
                tree = put(tree, ("issues", i, "outcomes", k, "available"), {})
    return _opened(tree, gone)


def _opened(tree: Tree, gone: str) -> Tree:
    """Return a case in which no link of the corridor waits for the step ``gone``."""
    for k, link in enumerate((tree.get("corridor") or {}).get("links", [])):
        if (link.get("available") or {}).get("step") == gone:
            tree = without(tree, ("corridor", "links", k, "available"))
    return tree


def _required(requires: list[Any]) -> Iterator[str | None]:
    for part in requires:
        yield part.get("step")
        yield from _required([*(part.get("any") or ()), *(part.get("all") or ())])


def _without(requires: list[Any], name: str) -> list[Any]:
    """Return requirements without those on the step ``name``."""
    kept = []
    for part in requires:
        if part.get("step") == name:
            continue
        inner = {key: _without(part[key], name) for key in ("any", "all") if part.get(key)}
        if not inner or any(inner.values()):
            kept.append(part | inner if inner else part)
    return kept
