"""Preference statements whose order is not known, or that count alike, stand together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from detente.diagnostics import Rule, Severity, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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

ALIKE_APART = Rule(
    "DT522",
    "statements that count alike and do not stand together",
    "Statements with the same 'equal' have one place in the order, where the number of those that hold decides, so "
    "nothing can stand between them. Move them together, or give them different labels.",
)
ALIKE_ALONE = Rule(
    "DT523",
    "a statement that counts alike with none",
    "'equal' says that neighbouring statements count alike; one by itself has nothing to count alike with. Give its "
    "neighbours the same label, or leave the label out.",
    Severity.WARNING,
)
BOTH = Rule(
    "DT524",
    "a statement that counts alike and has an unknown place",
    "'equal' says that statements count alike, 'group' that one counts more than another and it is not known which. "
    "The two contradict each other: keep the one that is meant.",
)

READS = ("conflict",)


def check(context: Context) -> Iterator[Diagnostic]:
    """Report groups of preference statements, and of those that count alike, that stand apart or have one member."""
    for i, maker in enumerate(context.case.conflict.decision_makers if context.case.conflict else ()):
        stated = (maker.preferences and maker.preferences.statements) or ()
        path: Path = ("conflict", "decision_makers", i, "preferences", "statements")
        yield from _problems(context, [item.group for item in stated], path, _GROUP)
        yield from _problems(context, [item.equal for item in stated], path, _EQUAL)
        for k, item in enumerate(stated):
            if item.group is not None and item.equal is not None:
                span = context.spans.span(*path, k, "equal")
                yield BOTH.at(span, "this statement has both 'group' and 'equal'", "keep the one that is meant")


class _Kind(NamedTuple):
    """A key by which neighbouring statements belong together, and what is said of it."""

    key: str
    apart: Rule
    alone: Rule
    what: str


_GROUP = _Kind("group", APART, ALONE, "group")
_EQUAL = _Kind("equal", ALIKE_APART, ALIKE_ALONE, "block")


def _problems(context: Context, labels: Sequence[str | None], path: Path, kind: _Kind) -> Iterator[Diagnostic]:
    for k, label in enumerate(labels):
        if label is None:
            continue
        span = context.spans.span(*path, k, kind.key)
        if label in labels[:k] and labels[k - 1] != label:
            message = f"other statements stand between this one and the rest of the {kind.what} '{label}'"
            yield kind.apart.at(span, message, f"move the statements of a {kind.what} together")
        elif labels.count(label) == 1:
            others = {other for other in labels if other not in (label, None)}
            hint = did_you_mean(label, [other for other in others if other])
            message = f"the {kind.what} '{label}' has one statement"
            yield kind.alone.at(span, message, hint or "give its neighbours the same label")
