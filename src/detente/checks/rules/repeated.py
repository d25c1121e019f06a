"""What an actor decides, agrees to and can bring to bear is said once for each day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.case.validity import Validity, validity_of
from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case import Case
    from detente.case.reading import Reading
    from detente.case.shape import Path
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

DECIDES_TWICE = Rule(
    "DT510",
    "a decision maker listed twice",
    "Each actor decides once on each day. Join the two, or add an actor for the body that decides separately. Where "
    "its weights or its ranking changed, say so with 'from' and 'to', so that no day lies in both.",
)
AGREES_TWICE = Rule(
    "DT620",
    "a party listed twice",
    "Each actor agrees to a package once on each day. Join what is said of it, or add an actor for a body that agrees "
    "separately. Where its numbers changed, say so with 'from' and 'to', so that no day lies in both.",
)
STATED_TWICE = Rule(
    "DT611",
    "a capability stated twice",
    "An actor has one capability in general on each day, and at most one on each issue, which then counts instead. "
    "Where sources differ, write one interval that holds what they say. Where it changed, say so with 'from' and 'to', "
    "so that no day lies in both.",
)

_HINT = "join the two, or end one with 'to' before the other begins with 'from'"

READS = ("conflict", "settlement", "capabilities", "events", "steps", "case")


@dataclass(frozen=True, slots=True)
class _Entry:
    """What is said of an actor at a time: where, what it is to say it twice, and what it stands in, itself the last."""

    rule: Rule
    path: Path
    twice: str
    chain: tuple[Reading, ...]


def check(context: Context) -> Iterator[Diagnostic]:
    """Report entries of one actor that may hold on one day."""
    earlier: dict[str, list[tuple[_Entry, Validity]]] = {}
    for entry in _entries(context.case):
        own = validity_of(entry.chain, context.case.case)
        before = earlier.setdefault(entry.twice, [])
        clashing = [other for other, time in before if not own.is_apart(time, context.calendar)]
        if clashing:
            where = context.spans.span(*clashing[0].path)
            hint = f"the one at {where} may hold on the same day: {_HINT}"
            yield entry.rule.at(context.spans.span(*entry.path), entry.twice, hint)
        before.append((entry, own))


def _entries(case: Case) -> Iterator[_Entry]:
    """Yield what may be said only once for each day."""
    conflict, settlement = case.conflict, case.settlement
    if conflict is not None:
        for k, maker in enumerate(conflict.decision_makers):
            path: Path = ("conflict", "decision_makers", k, "actor")
            yield _Entry(DECIDES_TWICE, path, f"'{maker.actor}' decides twice", (conflict, maker))
    if settlement is not None:
        for k, party in enumerate(settlement.parties):
            path = ("settlement", "parties", k, "actor")
            yield _Entry(AGREES_TWICE, path, f"'{party.actor}' is listed twice", (settlement, party))
    for k, able in enumerate(case.capabilities):
        on = f" on '{able.issue}'" if able.issue else ""
        twice = f"the capability of '{able.actor}'{on} is stated twice"
        yield _Entry(STATED_TWICE, ("capabilities", k), twice, (able,))
