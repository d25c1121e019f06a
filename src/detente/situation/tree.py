"""Paths in a case as plain values: what a scenario's words lead to, or why they lead nowhere."""

from __future__ import annotations

from typing import Any

from detente.case import Case
from detente.case.shape import Path, fields, is_list, kind_at

_OPAQUE = "changes"  # what a perception writes down is not what it speaks of


class ScenarioError(ValueError):
    """A change that cannot be made; ``change`` is its number in the scenario, from 0."""

    def __init__(self, message: str, change: int | None = None, *, hint: str = "") -> None:
        super().__init__(message)
        self.change = change
        self.hint = hint


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
            value for node in level for key, value in _items(node) if isinstance(value, dict | list) and key != _OPAQUE
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
