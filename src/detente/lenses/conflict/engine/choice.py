"""Engines: whether states are listed, or kept as sets that are too large to list."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from detente.lenses.look import AskError
from detente.models.conflict.size import is_large, why_large

if TYPE_CHECKING:
    from detente.case.conflict import Conflict
    from detente.lenses.conflict.options import ConflictOptions

ENGINES = ("auto", "explicit", "symbolic")

_ALWAYS = ("engine", "max_states")
_SPELT = (("start", "from"),)


def symbolic_engine(conflict: Conflict, options: ConflictOptions) -> bool:
    """Return whether the states of a conflict are kept as sets rather than listed.

    Raises
    ------
    AskError
        If the engine asked for cannot answer this conflict, or not everything that is asked.
    """
    if options.engine not in ENGINES:
        raise AskError("engine", f"there is no engine '{options.engine}'; there are {', '.join(ENGINES)}")
    why = why_large(conflict)
    if options.engine == "explicit" and why:
        raise AskError("engine", f"{why}; use 'symbolic' or 'auto', or leave out or join options")
    if options.engine == "explicit" or (options.engine == "auto" and not why):
        return False
    _refuse_forms(conflict)
    _refuse_listings(options, why)
    return True


def _refuse_forms(conflict: Conflict) -> None:
    """Refuse what is a list of states by itself; in a large conflict it is a problem of the case already."""
    listed = {
        "a graph of states": conflict.graph is not None,
        "states to coalesce": bool(conflict.coalesce),
        "a ranking of states": any(m.preferences and m.preferences.ranking for m in conflict.decision_makers),
    }
    found = [what for what, there in listed.items() if there]
    if found and not is_large(conflict):
        raise AskError("engine", f"the symbolic engine works without lists, but the conflict has {found[0]}")


def _refuse_listings(options: ConflictOptions, too_large: str) -> None:
    """Refuse questions whose answers walk through listed states."""
    why = too_large or "the engine is 'symbolic'"
    way = "leave out or join options" if too_large else "choose the engine 'explicit'"
    for field in fields(options):
        if field.compare and field.name not in _ALWAYS and getattr(options, field.name) != field.default:
            name = dict(_SPELT).get(field.name, field.name.replace("_", "-"))
            raise AskError(name, f"this needs states that are listed, but {why}; {way} to ask it")
