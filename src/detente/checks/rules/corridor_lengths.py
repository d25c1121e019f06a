"""Links are as long as they say, and lead from one place to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule
from detente.methods.geography.globe import apart
from detente.models.corridor.flaws import lengthless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.corridor import Corridor, Node
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

TOO_SHORT = Rule(
    "DT901",
    "a link shorter than the way between its ends",
    "No way is shorter than the great circle between its ends. Mend 'km' of the link, or the position of an end: "
    "latitude and longitude may be exchanged. Half a per cent and one kilometre are allowed, as positions are rounded "
    "and the Earth is not quite a ball.",
)
NOWHERE = Rule(
    "DT902",
    "a link that leads nowhere",
    "Both ends are the same node, so it is no way. Mend one end, or take the link out.",
)

READS = ("corridor",)
_SHARE, _KM = 0.995, 1.0


def check(context: Context) -> Iterator[Diagnostic]:
    """Report links that have no length or are too short, and links that lead nowhere."""
    corridor = context.case.corridor
    if corridor is None:
        return
    for number, link in enumerate(corridor.links):
        if link.a == link.b:
            span = context.spans.span("corridor", "links", number, "b")
            yield NOWHERE.at(span, f"the link '{link.id}' leads from '{link.a}' to itself", "mend one end")
    yield from (flaw.diagnostic(context.spans) for flaw in lengthless(corridor))
    yield from _too_short(context, corridor)


def _too_short(context: Context, corridor: Corridor) -> Iterator[Diagnostic]:
    for number, km, a, b in _measured(corridor):
        least = apart((a.lon or 0.0, a.lat or 0.0), (b.lon or 0.0, b.lat or 0.0))
        if km < least * _SHARE - _KM:
            far = f"'{a.id}' and '{b.id}' lie {least:.0f} km apart"
            message = f"the link '{corridor.links[number].id}' has {km:g} km, and {far}"
            span = context.spans.span("corridor", "links", number, "km")
            yield TOO_SHORT.at(span, message, "mend the length, or the position of an end")


def _measured(corridor: Corridor) -> Iterator[tuple[int, float, Node, Node]]:
    """Yield the number, the length and the ends of each link whose ends have positions."""
    placed = {node.id: node for node in corridor.nodes if node.lat is not None and node.lon is not None}
    for number, link in enumerate(corridor.links):
        a, b = placed.get(link.a), placed.get(link.b)
        if a and b and link.km is not None:
            yield number, link.km, a, b
