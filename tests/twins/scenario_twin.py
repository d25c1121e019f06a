"""Scenarios applied the slow way: the touched sections written out whole, changed in place, and read again whole."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from pydantic import ValidationError

from detente.case import Case
from detente.case.scenario import Change, Scenario
from detente.case.shape import Path, fields, is_list, kind_at
from detente.diagnostics import did_you_mean
from detente.situation.idle import _plain as _in_one_form
from detente.situation.misfit import misfit
from detente.situation.scenario import _met_at_once
from detente.situation.tree import ScenarioError


def apply_scenario(case: Case, scenario: Scenario) -> Case:
    """Return ``case`` with the changes of ``scenario``, in order.

    Raises
    ------
    ScenarioError
        If a path leads nowhere or to several things, or the result is not a case.
    """
    *_, tree = walk(case, scenario)
    changed = _case(tree)
    return _met_at_once(case.model_copy(update={name: getattr(changed, name) for name in tree}), scenario, None)


def walk(case: Case, scenario: Scenario) -> Iterator[dict[str, Any]]:
    """Yield the sections that a scenario may touch as plain values, before each change and after the last.

    They are changed in place. What was set or added may be written in short, so it is read before anything is dropped.

    Raises
    ------
    ScenarioError
        If a change cannot be made.
    """
    touched = {change.target.split(".")[0] for change in scenario.changes} | {"case", "conflict", "settlement"}
    if any(change.drop is not None and change.drop.startswith("steps.") for change in scenario.changes):
        touched |= {"issues", "corridor"}  # where something may wait for the step
    tree = _plain(case, touched)
    for number, written in enumerate(scenario.changes):
        change = deepcopy(written)  # what is put in is changed in place by the changes after it
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
    options = _options(tree, gone) if above[0] == "conflict" else []
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
        conflict = tree.get("conflict") or {}
        doings = [option for maker in conflict.get("decision_makers", []) for option in maker.get("options", [])]
        links = (tree.get("corridor") or {}).get("links", [])
        for each in (*doings, *conflict.get("joint", []), *links):
            if (each.get("available") or {}).get("step") == last:
                del each["available"]
        for outcome in (each for issue in tree.get("issues", []) for each in issue.get("outcomes", [])):
            if (outcome.get("available") or {}).get("step") == last:
                outcome["available"] = {}  # possible at any time, which is not the same as not known to be possible


def _options(tree: dict[str, Any], gone: Any) -> list[dict[str, Any]]:
    """Return the options that a dropped record is or has, and joint acts that need its consent."""
    if not isinstance(gone, dict):
        return []
    if "options" in gone:
        acts = tree["conflict"].get("joint", [])
        return [*gone["options"], *(act for act in acts if gone["actor"] in act["by"])]
    return [gone] if "id" in gone and not {"when", "changes"} & set(gone) else []


def _close(conflict: dict[str, Any], gone: dict[str, Any], options: list[dict[str, Any]]) -> None:
    for option in options:
        option["available"] = False
    names = {option["id"] for option in options}
    if "status_quo" in conflict:
        quo = conflict["status_quo"] or ()
        conflict["status_quo"] = [name for name in quo if name not in names and name.split("@")[0] not in names]
    if "options" in gone:
        gone.pop("preferences", None)
        gone.pop("red_lines", None)


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


def list_at(tree: dict[str, Any], above: list[str], last: str) -> list[Any]:
    """Return the list that a record is to be added to; one of a section that the case leaves out is begun."""
    found = _list(tree, above, last)
    if not isinstance(found, list):
        raise ScenarioError(f"'{'.'.join([*above, last])}' is not a list")
    return found


def _list(tree: dict[str, Any], above: list[str], last: str) -> Any:
    """Return what a record is to be added to; a list that the case leaves out is begun."""
    begun = follow(tree, above)
    path = _path_to(begun, tree)
    owner = kind_at(Case, path) if isinstance(begun, dict) and path is not None else None
    if owner is not None and last in fields(owner) and is_list(owner, last):
        begun[last] = begun.get(last) or []
        return begun[last]
    return follow(tree, [*above, last])


def _path_to(thing: Any, node: Any) -> Path | None:
    """Return where a very thing stands below ``node``; ``None`` where it does not."""
    if thing is node:
        return ()
    for key, value in _items(node):
        below = _path_to(thing, value) if isinstance(value, dict | list) else None
        if below is not None:
            return (key, *below)
    return None


def record_at(tree: dict[str, Any], path: list[str]) -> dict[str, Any]:
    """Return the record at a path."""
    found = follow(tree, path)
    if not isinstance(found, dict):
        raise ScenarioError(f"'{'.'.join(path)}' is not a record")
    return found


def follow(tree: Any, path: list[str]) -> Any:
    """Return what a path leads to."""
    here = tree
    for number, word in enumerate(path):
        container, key = locate(here, word, ".".join(path[: number + 1]))
        here = container[key]
    return here


def locate(root: Any, word: str, path: str) -> tuple[Any, Any]:
    """Return the container and the key of what ``word`` names below ``root``, the nearest first."""
    level = [root]
    while level:
        found = [(node, key) for node in level for key, value in _items(node) if _named(key, value, word)]
        if len(found) > 1:
            raise ScenarioError(f"'{path}' names {len(found)} things; write a longer path")
        if found:
            return found[0]
        level = [
            value
            for node in level
            for key, value in _items(node)
            if isinstance(value, dict | list) and key != "changes"
        ]
    raise ScenarioError(f"'{path}' names nothing in the case")


def _named(key: Any, value: Any, word: str) -> bool:
    if isinstance(value, dict) and word in (value.get("id"), value.get("actor")):
        return True
    return isinstance(key, str) and key == word


def _items(node: Any) -> list[tuple[Any, Any]]:
    if isinstance(node, dict):
        return list(node.items())
    return list(enumerate(node)) if isinstance(node, list) else []


def idle_changes(case: Case, scenario: Scenario) -> tuple[int, ...]:
    """Return the numbers, from 0, of the changes that leave the case as the changes before them made it."""
    found = []
    for number, (change, tree) in enumerate(zip(scenario.changes, walk(case, scenario), strict=False)):
        *above, last = change.target.split(".")
        if change.set is not None:
            record = record_at(tree, above)
            idle = last in record and _in_one_form(record[last]) == _in_one_form(change.to)
        else:
            idle = change.add is not None and _in_one_form(change.record) in map(
                _in_one_form, list_at(tree, above, last)
            )
        found += [number] if idle else []
    return tuple(found)
