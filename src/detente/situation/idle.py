"""Idle changes: those of a scenario that set what is so, or add what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.situation.scenario import walk
from detente.situation.tree import ScenarioError, Tree, list_at, list_place, record_place, value_at

if TYPE_CHECKING:
    from detente.case.scenario import Change, Scenario
    from detente.situation.written import Written


def idle_changes(written: Written, scenario: Scenario) -> tuple[int, ...]:
    """Return the numbers, from 0, of the changes that leave the case as the changes before them made it.

    The scenario is known to be applicable.
    """
    if all(change.drop is not None for change in scenario.changes):
        return ()
    before = enumerate(zip(scenario.changes, walk(written, scenario), strict=False))
    return tuple(number for number, (change, (_, tree)) in before if _is_idle(tree, change))


def _is_idle(tree: Tree, change: Change) -> bool:
    *above, last = change.target.split(".")
    if change.set is not None:
        record = value_at(tree, record_place(tree, above))
        return last in record and _plain(record[last]) == _plain(change.to)
    if change.add is not None:
        try:
            return _holds(list_at(tree, list_place(tree, above, last)), change.record or {})
        except ScenarioError:
            return False
    return False


def _holds(listed: list[Any], record: dict[str, Any]) -> bool:
    """Whether a list holds a record."""
    wanted, key = _plain(record), next(iter(record), "id")
    first = _plain(record.get(key))  # what differs in this need not be compared
    like = (each for each in listed if not isinstance(each, dict) or _plain(each.get(key)) == first)
    return any(_plain(each) == wanted for each in like)


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
