"""Paths in a case as plain values: what a scenario's words lead to, or why they lead nowhere.

Plain values are never changed in place: a change copies what stands above it, and shares all the rest.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from detente.case import Case
from detente.case.shape import Path, fields, is_list, kind_at

Tree: TypeAlias = dict[str, Any]
"""The sections of a case as plain values, by key."""

_OPAQUE = "changes"  # what a perception writes down is not what it speaks of


class ScenarioError(ValueError):
    """A change that cannot be made; ``change`` is its number in the scenario, from 0."""

    def __init__(self, message: str, change: int | None = None, *, hint: str = "") -> None:
        super().__init__(message)
        self.change = change
        self.hint = hint


def value_at(node: Any, place: Path) -> Any:
    """Return what stands at a place."""
    for key in place:
        node = node[key]
    return node


def put(node: Any, place: Path, value: Any) -> Any:
    """Return a tree with another value at a place."""
    if not place:
        return value
    key, *below = place
    changed = node.copy()
    changed[key] = put(node[key], tuple(below), value) if below else value
    return changed


def without(node: Any, place: Path) -> Any:
    """Return a tree without what stands at a place."""
    *above, key = place
    changed = value_at(node, tuple(above)).copy()
    del changed[key]
    return put(node, tuple(above), changed)


def list_place(tree: Tree, above: list[str], last: str) -> Path:
    """Return the place of the list that a record is to be added to; the case may leave it out."""
    place = follow(tree, above)
    owner = kind_at(Case, place) if isinstance(value_at(tree, place), dict) else None
    listed = owner is not None and last in fields(owner) and is_list(owner, last)
    place = (*place, last) if listed else follow(tree, [*above, last])
    if not isinstance(list_at(tree, place), list):
        raise ScenarioError(f"'{'.'.join([*above, last])}' is not a list")
    return place


def list_at(tree: Tree, place: Path) -> Any:
    """Return what stands at the place of a list; an empty one where the case leaves it out."""
    *above, last = place
    owner = value_at(tree, tuple(above))
    return (owner.get(last) or []) if isinstance(owner, dict) else owner[last]


def record_place(tree: Tree, path: list[str]) -> Path:
    """Return the place of the record at a path."""
    found = follow(tree, path)
    if not isinstance(value_at(tree, found), dict):
        raise ScenarioError(f"'{'.'.join(path)}' is not a record")
    return found


def follow(tree: Tree, path: list[str]) -> Path:
    """Return the place that a path leads to."""
    place: Path = ()
    for number, word in enumerate(path):
        place += _nearest(value_at(tree, place), word, ".".join(path[: number + 1]))
    return place


def _nearest(root: Any, word: str, path: str) -> Path:
    """Return the place below ``root`` of what ``word`` names, the nearest first."""
    level: list[tuple[Path, Any]] = [((), root)]
    while level:
        inside = [((*place, key), value) for place, node in level for key, value in _items(node)]
        found = [place for place, value in inside if _named(place[-1], value, word)]
        if len(found) > 1:
            raise ScenarioError(f"'{path}' names {len(found)} things; write a longer path")
        if found:
            return found[0]
        level = [(place, node) for place, node in inside if isinstance(node, dict | list) and place[-1] != _OPAQUE]
    raise ScenarioError(f"'{path}' names nothing in the case")


def _named(key: Any, value: Any, word: str) -> bool:
    if isinstance(value, dict) and word in (value.get("id"), value.get("actor")):
        return True
    return isinstance(key, str) and key == word


def _items(node: Any) -> list[tuple[Any, Any]]:
    if isinstance(node, dict):
        return list(node.items())
    return list(enumerate(node)) if isinstance(node, list) else []
