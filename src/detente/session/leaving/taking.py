"""Taking away: a case without what stands at some places, read anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from detente.situation import ScenarioError, Written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.case import Case
    from detente.case.shape import Path

_Doomed = dict[Any, Any]
"""By key or index what goes: whole where it is empty, else what goes inside."""


def taken_away(case: Case, paths: Iterable[Path]) -> Case:
    """Return a case without what stands at some places, and without items of lists that are no records then.

    Raises
    ------
    ScenarioError
        If it is no case then.
    """
    doomed = _doomed(paths)
    whole = {key: type(case).model_fields[key].get_default() for key, inside in doomed.items() if not inside}
    if whole:
        case = case.model_copy(update=whole)
    written = Written(case)
    tree = {key: _left(written.section(key), inside) for key, inside in doomed.items() if inside}
    while True:
        try:
            return written.read(tree)
        except ScenarioError as error:
            item = _item(tree, error)
            if item is None:
                raise
            tree = _left(tree, _doomed([item]))


def _doomed(paths: Iterable[Path]) -> _Doomed:
    """Return what goes as a tree, in which what goes whole hides what goes inside it."""
    root: _Doomed = {}
    for path in sorted(paths, key=len):
        here = root
        for key in path[:-1]:
            if here.get(key) == {}:
                break
            here = here.setdefault(key, {})
        else:
            here.setdefault(path[-1], {})
    return root


def _left(node: Any, doomed: _Doomed) -> Any:
    """Return plain values without what goes."""
    if isinstance(node, dict):
        return {
            key: _left(value, doomed[key]) if key in doomed else value
            for key, value in node.items()
            if doomed.get(key) != {}
        }
    return [_left(value, doomed[k]) if k in doomed else value for k, value in enumerate(node) if doomed.get(k) != {}]


def _item(tree: Any, error: ScenarioError) -> Path | None:
    """Return the innermost item of a list that is no record any more."""
    cause = error.__cause__
    loc = cause.errors(include_url=False)[0]["loc"] if isinstance(cause, ValidationError) else ()
    place: list[str | int] = []
    item: Path | None = None
    for key in loc:
        if isinstance(tree, dict) and key in tree:
            tree = tree[key]
            place.append(key)
        elif isinstance(tree, list) and isinstance(key, int):
            tree = tree[key]
            place.append(key)
            item = tuple(place)
    return item
