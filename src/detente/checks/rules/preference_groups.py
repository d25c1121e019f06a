"""Preference statements whose order is not known stand together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule, Severity, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.case.conflict import Statement
    from detente.case.shape import Path
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

APART = Rule(
    "DT520",
    "a group of statements that do not stand together",
    "Statements with the same 'group' are neighbours in an order that is not known, so nothing can stand between them: "
    "what stands between two statements is less important than one and more important than the other. Move them "
    "together, or give them different groups.",
)
ALONE = Rule(
    "DT521",
    "a group of one statement",
    "A group says that the order of its statements is not known; with one statement there is no order. Give its "
    "neighbours the same label, or leave the label out.",
    Severity.WARNING,
)

READS = ("conflict",)


def check(context: Context) -> Iterator[Diagnostic]:
    """Report groups of preference statements that stand apart, or have one member."""
    for i, maker in enumerate(context.case.conflict.decision_makers if context.case.conflict else ()):
        stated = (maker.preferences and maker.preferences.statements) or ()
        yield from _problems(context, stated, ("conflict", "decision_makers", i, "preferences", "statements"))


def _problems(context: Context, stated: Sequence[Statement], path: Path) -> Iterator[Diagnostic]:
    labels = [item.group for item in stated]
    for k, label in enumerate(labels):
        if label is None:
            continue
        span = context.spans.span(*path, k, "group")
        if label in labels[:k] and labels[k - 1] != label:
            message = f"other statements stand between this one and the rest of the group '{label}'"
            yield APART.at(span, message, "move the statements of a group together")
        elif labels.count(label) == 1:
            others = {other for other in labels if other not in (label, None)}
            hint = did_you_mean(label, [other for other in others if other])
            yield ALONE.at(span, f"the group '{label}' has one statement", hint or "give its neighbours the same label")
