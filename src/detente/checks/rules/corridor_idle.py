"""What a network holds is used by something in it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from detente.checks.network import cargo, countries
from detente.diagnostics import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.corridor import Corridor
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

UNUSED = Rule(
    "DT913",
    "a part of a network that nothing uses",
    "A node that no link reaches, a border that no link crosses, and regimes where no link names any change no "
    "result. Name it in a link, or take it out.",
    Severity.WARNING,
)
NO_SUCH_COUNTRY = Rule(
    "DT914",
    "a premium or a permission for a country outside the network",
    "No node and no link lies in the country, so no cargo enters or crosses it. Mend the code, or take it out.",
    Severity.WARNING,
)
NO_SUCH_CARGO = Rule(
    "DT915",
    "a premium, a permission or a regime for cargo that there is not",
    "No flow begins or ends in the country, or goes between the two. Add the flow, mend the codes, or take it out.",
    Severity.WARNING,
)

NO_CARGO = Rule(
    "DT918",
    "a flow that carries nothing",
    "Without 'kt' a flow has its costs and days, but nothing of it crosses anybody or pays anybody. Say how much cargo "
    "there is, as a range and with an assumption where nobody counts it; write 'kt: 0' where only its costs matter.",
    Severity.WARNING,
)

NEVER_OPEN = Rule(
    "DT920",
    "a link that 'available' does not open",
    "'available' says from when a link that is open can be used. One that is 'planned', 'under-construction' or "
    "'closed' with no date stays so, unless a scenario changes that. Leave its 'status' out where the date or the step "
    "opens it.",
    Severity.WARNING,
)

READS = ("corridor", "scenarios")


def check(context: Context) -> Iterator[Diagnostic]:
    """Warn of what changes no result; where a file could not be read nobody knows what is used."""
    corridor = context.case.corridor
    if corridor is not None and not context.lost:
        yield from _unused(context, corridor)
        yield from _elsewhere(context, corridor)
        yield from _nobodys(context, corridor)
        yield from _empty(context, corridor)
        yield from _never_open(context, corridor)


def _unused(context: Context, corridor: Corridor) -> Iterator[Diagnostic]:
    reached = {end for link in corridor.links for end in (link.a, link.b)}
    crossed = {link.border for link in corridor.links}
    for number, node in enumerate(corridor.nodes):
        if node.id not in reached:
            span = context.spans.span("corridor", "nodes", number)
            yield UNUSED.at(span, f"no link leads to the node '{node.id}'", "add a link, or take it out")
    for number, border in enumerate(corridor.borders):
        if border.id not in crossed:
            span = context.spans.span("corridor", "borders", number)
            yield UNUSED.at(span, f"no link crosses the border '{border.id}'", "name it in a link, or take it out")
    if corridor.regimes and corridor.links and not any(link.regime for link in corridor.links):
        span = context.spans.span("corridor", "regimes")
        yield UNUSED.at(span, "no link runs under any regime", "name one in a link, or take them out")


def _elsewhere(context: Context, corridor: Corridor) -> Iterator[Diagnostic]:
    known = countries(corridor)
    named = chain(
        (("premiums", number, "country", each.country) for number, each in enumerate(corridor.premiums)),
        (("permissions", number, "through", each.through) for number, each in enumerate(corridor.permissions)),
    )
    for key, number, where, code in named:
        if code not in known:
            span = context.spans.span("corridor", key, number, where)
            yield NO_SUCH_COUNTRY.at(span, f"nothing of the network lies in {code}", "mend the code, or take it out")


def _nobodys(context: Context, corridor: Corridor) -> Iterator[Diagnostic]:
    known = countries(corridor)
    lies = {node.id: node.country for node in corridor.nodes}
    ends = [(lies.get(flow.origin), lies.get(flow.destination)) for flow in corridor.flows]
    used = {code for each in ends for code in each} | {f"{a}-{b}" for a, b in ends} | {f"{b}-{a}" for a, b in ends}
    for word, path in cargo(corridor):
        if word not in used and known.issuperset(word.split("-")):
            what = "between" if "-" in word else "from or to"
            message = f"no flow goes {what} {word.replace('-', ' and ')}"
            yield NO_SUCH_CARGO.at(context.spans.span("corridor", *path), message, "add the flow, or take it out")


def _empty(context: Context, corridor: Corridor) -> Iterator[Diagnostic]:
    for number, flow in enumerate(corridor.flows):
        if flow.kt is None:
            span = context.spans.span("corridor", "flows", number)
            yield NO_CARGO.at(span, f"the flow '{flow.id}' has no 'kt', so it carries nothing", "say how much there is")


def _never_open(context: Context, corridor: Corridor) -> Iterator[Diagnostic]:
    changed = {change.target for scenario in context.case.scenarios for change in scenario.changes}
    for number, link in enumerate(corridor.links):
        opened = f"corridor.links.{link.id}.status" in changed
        if link.available is not None and link.status != "open" and link.since is None and not opened:
            span = context.spans.span("corridor", "links", number, "available")
            message = f"the link '{link.id}' is {link.status}, whatever 'available' says"
            yield NEVER_OPEN.at(span, message, "leave 'status' out")
