"""Packages can be worked out, and somebody could take one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule, Severity
from detente.methods.bargaining.limits import MOST_PACKAGES
from detente.models.conflict.joint import plain
from detente.models.conflict.own_words import in_own_words
from detente.models.settlement.conditions import NO_STATEMENT
from detente.models.settlement.flaws import NOT_VALUED, NOT_WEIGHED, flaws
from detente.models.settlement.outline import best_possible, outline_settlement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

BATNA_ABOVE_ALL = Rule(
    "DT624",
    "an alternative better than every package",
    "No package can be acceptable to this party, whatever the others do. That may be so; or its alternative, a value "
    "or a weight is not on the scale of the others. Numbers are compared in the middle of their intervals.",
    Severity.WARNING,
)
TOO_MANY = Rule(
    "DT625",
    "more packages than are worked out",
    "Every combination of one outcome for each issue is a package. Leave out issues, or outcomes that differ for "
    f"nobody, until there are at most {MOST_PACKAGES:,}.",
    Severity.WARNING,
)

READS = ("settlement", "issues", "conflict", "actors")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report what keeps packages from being worked out, and alternatives that no package can match."""
    unsaid = _unsaid(context)
    case = plain(context.case)
    outline = outline_settlement(case)
    told = in_own_words(flaws(case, outline), context.case)
    found = tuple(flaw for flaw in told if flaw.rule not in unsaid)
    for flaw in found:
        yield flaw.diagnostic(context.spans)
    if found or unsaid or context.case.settlement is None or context.sound:
        return  # what follows are warnings
    if outline.refusal:
        yield TOO_MANY.at(context.spans.span("settlement"), outline.refusal)
    for index, party in enumerate(case.settlement.parties if case.settlement else ()):
        if party in outline.parties and party.batna is not None:
            best = best_possible(outline, party)
            if best is not None and party.batna.mean > best:
                span = context.spans.span("settlement", "parties", index, "batna")
                message = (
                    f"'{party.actor}' has a better alternative ({party.batna.mean:g}) than any package ({best:.3g})"
                )
                yield BATNA_ABOVE_ALL.at(span, message)


def _unsaid(context: Context) -> tuple[Rule, ...]:
    """Return what nobody knows because ids are wrong, which is reported: what is weighed, and whose statements are."""
    makers = context.case.conflict.decision_makers if context.case.conflict else ()
    unknown = any(r.path[0] == "settlement" and r.sections == ("issues",) for r in context.dangling)
    weighed = (NOT_VALUED, NOT_WEIGHED) if unknown else ()
    parties = context.case.settlement.parties if context.case.settlement else ()
    actors = {maker.actor for maker in makers} | {party.actor for party in parties}
    return weighed if actors <= context.declared("actors") else (*weighed, NO_STATEMENT)
