"""The corridor of a day: regimes, permissions and rules of control that hold.

Nodes, links, borders and flows are of the whole time for which the corridor holds, but for what opens and closes links.
A link goes on to name a regime that does not hold on the day: then there is none that it could run under, and it is
closed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.situation.readings.holding import Holding, Read

if TYPE_CHECKING:
    from detente.case import Case
    from detente.case.corridor import Control, Corridor


def corridor_of_day(case: Case, holding: Holding) -> Corridor | None:
    """Return what holds of a corridor at a date; ``None`` where it does not."""
    corridor = case.corridor
    whole = Read("corridor", (corridor,), (("corridor", "the corridor"),)) if corridor else None
    if corridor is None or whole is None or not holding.holds(whole):
        return None
    regimes = tuple(each for each in corridor.regimes if holding.holds(whole.below(each, each.id, each.label)))
    permissions = tuple(
        each
        for each in corridor.permissions
        if holding.holds(whole.below(each, each.id, f"whether {each.cargo} may cross {each.through}"))
    )
    found = {"regimes": regimes, "permissions": permissions, "control": _control(corridor.control, whole, holding)}
    return holding.copy(corridor, found)


def _control(control: Control | None, whole: Read, holding: Holding) -> Control | None:
    """Return who controls what, with the rules that hold; ``None`` where neither it nor any of its rules does."""
    if control is None:
        return None
    read = whole.below(control, "control", "who controls what on the route")
    rules = tuple(each for each in control.rules if holding.holds(read.below(each, each.id, each.why or each.when)))
    if not rules and not holding.holds(read):
        return None
    return control if rules == control.rules else holding.copy(control, {"rules": rules})
