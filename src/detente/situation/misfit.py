"""Misfits: why a changed case is no longer a case, in words an analyst can act on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.case import Case
from detente.case.shape import fields, kind_at
from detente.diagnostics import did_you_mean

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from detente.case.shape import Path

_OWN_WORDS = ("date", "choice", "number", "empty")


def misfit(error: ErrorDetails, tree: Any) -> tuple[str, str]:
    """Return what does not fit and where, and a hint.

    Parameters
    ----------
    error
        As ``ValidationError.errors()`` lists it.
    tree
        The changed case as plain values, to name records by their ids.
    """
    kind, loc = error["type"], error["loc"]
    if kind == "extra_forbidden":
        hint = did_you_mean(str(loc[-1]), _keys(loc[:-1])) or f"the keys there are {', '.join(_keys(loc[:-1]))}"
        return f"{_place(loc[:-1], tree)} has an unknown key '{loc[-1]}'", hint
    if kind == "missing":
        return f"{_place(loc[:-1], tree)} lacks the key '{loc[-1]}'", ""
    if kind == "literal_error":
        choices = str(error["ctx"]["expected"]).replace("'", "")
        hint = did_you_mean(str(error["input"]), choices.replace(" or ", ", ").split(", "))
        return f"{_place(loc, tree)} is '{error['input']}', not one of {choices}", hint
    if kind in _OWN_WORDS:
        return f"{_place(loc, tree)}: {error['msg']}", ""
    return f"{_place(loc, tree)} cannot be {_shown(error['input'])}", ""


def _keys(path: Path) -> tuple[str, ...]:
    found = kind_at(Case, path)
    return tuple(fields(found)) if found else ()


def _place(path: Path, tree: Any) -> str:
    """Return a path with ids and actors in place of numbers, as a scenario writes it."""
    words: list[str] = []
    here = tree
    for step in path:
        here = _inside(here, step)
        name = (here.get("id") or here.get("actor")) if isinstance(here, dict) and isinstance(step, int) else None
        if not str(step).endswith("]"):  # pydantic's own words for a key, or for one of several forms
            words.append(str(name or step))
    return f"'{'.'.join(words)}'" if words else "the case"


def _inside(value: Any, step: str | int) -> Any:
    try:
        return value[step]
    except (KeyError, IndexError, TypeError):
        return None


def _shown(value: Any) -> str:
    if isinstance(value, dict | list | tuple):
        return "a mapping" if isinstance(value, dict) else "a list"
    return "nothing" if value is None else f"'{value}'"
