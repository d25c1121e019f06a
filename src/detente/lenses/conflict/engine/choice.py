"""The subject of a look: the conflict in the engine that was asked for, or that its size asks for."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from detente.lenses.conflict.engine.also import further_concepts
from detente.lenses.conflict.engine.explicit import Explicit
from detente.lenses.conflict.engine.symbolic import Symbolic
from detente.lenses.conflict.options import MAX_STATES
from detente.lenses.look import AskError
from detente.models.conflict.size import is_large, why_large

if TYPE_CHECKING:
    from detente.case.conflict import Conflict
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look

ENGINES = ("auto", "explicit", "symbolic")

_ALWAYS = ("engine", "max_states")
_SPELT = (("start", "from"),)


def subject(look: Look[ConflictOptions]) -> Explicit | Symbolic:
    """Return the conflict that a look is at, judged.

    Raises
    ------
    LookupError
        If the case has no conflict.
    FlawedModelError
        If the conflict cannot be modelled at this date.
    AskError
        If the options do not fit the engine, name a concept that has no meaning here, or ask for the model of too many
        states.
    """
    return look.once(_judged)


def if_listed(look: Look[ConflictOptions]) -> Explicit | None:
    """Return the same where states are listed one by one."""
    found = subject(look)
    return found if isinstance(found, Explicit) else None


def explicit(look: Look[ConflictOptions]) -> Explicit:
    """Return the same where it is known that states are listed.

    Raises
    ------
    TypeError
        If they are not.
    """
    found = subject(look)
    if not isinstance(found, Explicit):
        raise TypeError("the states of this conflict are not listed")
    return found


def if_unlisted(look: Look[ConflictOptions]) -> Symbolic | None:
    """Return the same where states are too many to list."""
    found = subject(look)
    return found if isinstance(found, Symbolic) else None


def _judged(look: Look[ConflictOptions]) -> Explicit | Symbolic:
    conflict = look.case.conflict
    if conflict is not None and _keeps_sets(conflict, look.options):
        return Symbolic(look.moment, conflict)
    analysis = Explicit.of(look.moment, further_concepts(look.options.also))
    if look.options.model:
        _refuse_many_states(analysis)
    return analysis


def _refuse_many_states(analysis: Explicit) -> None:
    """Refuse a model that is too large to be written state by state."""
    count = int(analysis.states.size)
    if count > MAX_STATES:
        hint = "leave out options that are settled at this date, or join options that always go together"
        message = f"{count:,} states can be; at most {MAX_STATES:,} can be written one by one: {hint}"
        raise AskError("model", message)


def _keeps_sets(conflict: Conflict, options: ConflictOptions) -> bool:
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
