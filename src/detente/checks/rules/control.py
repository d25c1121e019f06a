"""Who controls what on a route can be worked out, and says something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule, Severity
from detente.models.corridor.control.chain import needed
from detente.models.corridor.control.flaws import HERE
from detente.models.corridor.control.model import model_control
from detente.models.corridor.control.table import meetings
from detente.models.flaw import FlawedModelError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.corridor.control import Control
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic
    from detente.models.corridor.control.model import ControlModel

NOTHING_MEETS = Rule(
    "DT953",
    "a condition on the control of a route that nothing meets",
    "No arrangement at all is as this rule or class wants it, whatever the other side says. Two of its parts exclude "
    "each other, or what nobody decides is to be met by somebody.",
    Severity.WARNING,
)
EVERYTHING_MEETS = Rule(
    "DT954",
    "a condition on the control of a route that everything meets",
    "Every arrangement is as this rule or class wants it, so that it rules nothing out. Say what it leaves out.",
    Severity.WARNING,
)
TWO_SIDES = Rule(
    "DT955",
    "rules of other than two sides",
    "The table of readings sets the readings of the side whose rule is written first against those of the next one. "
    "With one side there is no table, and what a third side accepts is in none: its rules count for classes only.",
    Severity.WARNING,
)
CONTRADICTS_ITSELF = Rule(
    "DT956",
    "a reading whose rules exclude each other",
    "No arrangement meets all rules of this reading, so that nothing is left for it whatever the other side accepts. "
    "Rules without a 'reading' belong to every reading of their side.",
    Severity.WARNING,
)
TAKES_OTHERWISE = Rule(
    "DT957",
    "a regime and an outcome of one name that take different options",
    "Options of the conflict decide, and outcomes of issues and regimes follow from what they take. A regime and an "
    "outcome with the same id are one thing, so they take the same options. Mend one of the lists, or give one of them "
    "another id.",
    Severity.WARNING,
)
UNCITED = Rule(
    "DT959",
    "a stated rule without a source",
    "What is 'stated' a source says: cite it. What is read between its lines is our reading: leave 'stated' out.",
    Severity.WARNING,
    evidence=True,
)

READS = ("corridor", "conflict", "issues")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report what keeps the control of a route from being worked out, and what says nothing or too much."""
    yield from _takes(context)
    control = context.case.corridor.control if context.case.corridor else None
    if control is None:
        return
    for k, rule in enumerate(control.rules):
        if rule.stated and not rule.cites:
            yield UNCITED.at(context.spans.span(*HERE, "rules", k), f"'{rule.id}' is stated, and cites nothing")
    try:
        found = tuple(_said(context, control, model_control(control)))
    except FlawedModelError as error:
        found = tuple(flaw.diagnostic(context.spans) for flaw in error.flaws)
    yield from found


def _said(context: Context, control: Control, model: ControlModel) -> Iterator[Diagnostic]:
    """Yield what is wrong with rules and classes that can be read."""
    rules = [(("rules", k), each.rule.id, each.expression) for k, each in enumerate(model.demands)]
    classes = [(("classes", k), each.named.id, each.expression) for k, each in enumerate(model.classes)]
    empty = set()
    for place, name, expression in (*rules, *classes):
        span = context.spans.span(*HERE, *place, "when")
        if not model.can_be(expression):
            empty.add(name)
            yield NOTHING_MEETS.at(span, f"no arrangement is as '{name}' wants it")
        elif model.must_be(expression):
            yield EVERYTHING_MEETS.at(span, f"every arrangement is as '{name}' wants it")
    if control.rules and len(model.sides) != 2:
        yield _sides(context, control, model)
    for side in model.sides:
        for reading in model.readings(side):
            own = [each for each in reading.demands if each.rule.id not in empty]
            if len(own) == len(reading.demands) and not model.can_be(*(each.expression for each in own)):
                span = context.spans.span(*HERE, "rules", control.rules.index(own[-1].rule))
                message = f"no arrangement meets all rules of '{reading.by}' read as '{reading.word}'"
                yield CONTRADICTS_ITSELF.at(span, message, f"they are {', '.join(each.rule.id for each in own)}")
    meetings(model)  # which refuses, as ``breaks``, what cannot be told in reasonable time
    for named in model.classes:
        model.breaks(named)


def _sides(context: Context, control: Control, model: ControlModel) -> Diagnostic:
    if len(model.sides) == 1:
        span = context.spans.span(*HERE, "rules")
        message = f"only '{model.sides[0]}' has rules: there is nobody to read beside it"
        return TWO_SIDES.at(span, message, "add what the other side accepts")
    third = next(k for k, rule in enumerate(control.rules) if rule.by == model.sides[2])
    span = context.spans.span(*HERE, "rules", third, "by")
    first, second, *others = model.sides
    message = f"the table is of '{first}' and '{second}'; {', '.join(map(repr, others))} stands in none"
    return TWO_SIDES.at(span, message, "write the rules of the two sides that matter first")


def _takes(context: Context) -> Iterator[Diagnostic]:
    """Yield regimes that other options bring about than an outcome of the same id."""
    for k, regime in enumerate(context.case.corridor.regimes if context.case.corridor else ()):
        own = needed(context.case, regime)
        for issue in context.case.issues:
            for outcome in issue.outcomes:
                other = needed(context.case, outcome)
                if outcome.id == regime.id and None not in (own, other) and own != other:
                    span = context.spans.span("corridor", "regimes", k, "takes")
                    message = (
                        f"the regime '{regime.id}' takes {_listed(own)}, the outcome of '{issue.id}' {_listed(other)}"
                    )
                    yield TAKES_OTHERWISE.at(span, message, "let both take the same options")


def _listed(options: frozenset[str] | None) -> str:
    return ", ".join(f"'{each}'" for each in sorted(options or ())) or "none"
