"""The corridor of a day: regimes, permissions and rules of control that hold.

Nodes, links, borders and flows are of the whole time for which the corridor holds, but for what opens and closes links:
a date of which nobody can say whether it has come leaves that as open as the beginning of a reading.
A link goes on to name a regime that does not hold on the day: then there is none that it could run under, and it is
closed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.availability import Availability
from detente.situation.readings.holding import Holding, Read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case import Case
    from detente.case.corridor import Control, Corridor, Link


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
    places = {node.id: node.label for node in corridor.nodes}
    links = tuple(_link(each, places, holding) for each in corridor.links)
    control = _control(corridor.control, whole, holding)
    found = {"regimes": regimes, "permissions": permissions, "control": control, "links": links}
    return holding.copy(corridor, found)


def _link(link: Link, places: Mapping[str, str], holding: Holding) -> Link:
    """Return a link; where nobody can say whether it has changed its status, or opened, as if that were settled."""
    label = link.name or f"the link from {places.get(link.a, link.a)} to {places.get(link.b, link.b)}"
    if link.since is not None and holding.is_vague(link.since):
        was = "closed" if link.status == "open" else "open"
        so = holding.has_come("corridor", (link.id, f"{label} is {link.status}"), link.since)
        link = holding.copy(link, {"since": None, "status": link.status if so else was})
    opening = link.available
    if opening is not None and opening.from_ is not None and holding.is_vague(opening.from_):
        so = holding.has_come("corridor", (link.id, f"{label} can be used"), opening.from_)
        link = holding.copy(link, {"available": None if so else Availability(never=True)})
    return link


def _control(control: Control | None, whole: Read, holding: Holding) -> Control | None:
    """Return who controls what, with the rules that hold; ``None`` where neither it nor any of its rules does."""
    if control is None:
        return None
    read = whole.below(control, "control", "who controls what on the route")
    rules = tuple(each for each in control.rules if holding.holds(read.below(each, each.id, each.why or each.when)))
    if not rules and not holding.holds(read):
        return None
    return control if rules == control.rules else holding.copy(control, {"rules": rules})
