"""The corridor of a day: regimes, permissions and rules of control that hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from detente.case.reading import Reading
from detente.situation.readings.holding import Holding, Read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.case import Case
    from detente.case.corridor import Control, Corridor, Permission

_R = TypeVar("_R", bound=Reading)


def corridor_of_day(case: Case, holding: Holding) -> Corridor | None:
    """Return what holds of a corridor at a date; ``None`` where it does not, or some link's regime does not."""
    corridor = case.corridor
    if corridor is None:
        return None
    whole = Read("corridor", (corridor,), (("corridor", "the corridor"),))
    if not holding.holds(whole):
        return None
    regimes = _held(holding, ((each, whole.below(each, each.id, each.label)) for each in corridor.regimes))
    known = {regime.id for regime in regimes}
    if any(regime.id not in known and regime.id in _used(corridor) for regime in corridor.regimes):
        return None
    permissions = ((each, whole.below(each, each.id, _permission(each))) for each in corridor.permissions)
    kept = {
        "regimes": regimes,
        "permissions": _held(holding, permissions),
        "control": _control(corridor.control, whole, holding),
    }
    same = all(getattr(corridor, key) == value for key, value in kept.items())
    return corridor if same else holding.copy(corridor, kept)


def _control(control: Control | None, whole: Read, holding: Holding) -> Control | None:
    """Return the control of the route with the rules that hold; ``None`` where it does not."""
    if control is None:
        return None
    read = whole.below(control, "control", "who controls what")
    if not holding.holds(read):
        return None
    rules = _held(holding, ((each, read.below(each, each.id, f"the rule '{each.id}'")) for each in control.rules))
    return control if rules == control.rules else holding.copy(control, {"rules": rules})


def _held(holding: Holding, readings: Iterable[tuple[_R, Read]]) -> tuple[_R, ...]:
    return tuple(reading for reading, read in readings if holding.holds(read))


def _permission(permission: Permission) -> str:
    return f"whether cargo may cross {permission.through}"


def _used(corridor: Corridor) -> frozenset[str]:
    """Return the regimes that links run under."""
    return frozenset(link.regime for link in corridor.links if link.regime is not None)
