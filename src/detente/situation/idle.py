"""Idle changes: those of a scenario that set what is so, or add what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.situation.scenario import walk
from detente.situation.tree import ScenarioError, list_at, record_at

if TYPE_CHECKING:
    from detente.case import Case
    from detente.case.scenario import Change, Scenario


def idle_changes(case: Case, scenario: Scenario) -> tuple[int, ...]:
    """Return the numbers, from 0, of the changes that leave the case as the changes before them made it.

    The scenario is known to be applicable.
    """
    if all(change.drop is not None for change in scenario.changes):
        return ()
    trees = enumerate(zip(scenario.changes, walk(case, scenario), strict=False))
    return tuple(number for number, (change, tree) in trees if _is_idle(tree, change))


def _is_idle(tree: dict[str, Any], change: Change) -> bool:
    *above, last = change.target.split(".")
    if change.set is not None:
        record = record_at(tree, above)
        return last in record and _plain(record[last]) == _plain(change.to)
    if change.add is not None:
        try:
            listed = list_at(tree, above, last)
        except ScenarioError:
            return False
        return _plain(change.record) in map(_plain, listed)
    return False


def _plain(value: Any) -> Any:
    """Return a value so that the short and the long way of writing it are one."""
    if isinstance(value, dict):
        if set(value) <= {"low", "high", "mode"} and value.get("mode") is None and "low" in value:
            value = [value["low"], value.get("high")]
        else:
            return {key: _plain(item) for key, item in value.items() if item is not None}
    if isinstance(value, list | tuple):
        items = [_plain(item) for item in value]
        return items[0] if len(items) == 2 and items[0] == items[1] and isinstance(items[0], float) else items
    if isinstance(value, bool) or value is None:
        return value
    try:
        return float(value)
    except ValueError:
        return str(value).strip()
