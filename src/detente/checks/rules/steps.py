"""Steps wait for others, not for themselves, and not for what comes later than they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.step import Requirement, Step
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

WAITS_FOR_ITSELF = Rule(
    "DT330",
    "a step that waits for itself",
    "A step cannot require itself. Two or more steps that wait for each other are a deadlock, which the roadmap finds; "
    "a step that names itself is a slip.",
)
TOO_EARLY = Rule(
    "DT331",
    "a step dated before what it requires",
    "Every reading of the step's date lies before every reading of the date of a step that it must come after. One of "
    "the two dates is wrong, or the requirement is none, or it only makes the step easier (accelerates: true).",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Report steps that require themselves, and those dated before what they require."""
    dates = {step.id: step.date for step in context.case.steps}
    for index, step in enumerate(context.case.steps):
        for path, part in _parts(step):
            span = context.spans.span("steps", index, *path)
            if part.step == step.id:
                yield WAITS_FOR_ITSELF.at(span, f"'{step.id}' requires itself", "name the step that it waits for")
            elif not part.accelerates and part.step is not None and _must(path):
                first = context.calendar.of(dates.get(part.step)).earliest
                last = context.calendar.of(step.date).latest
                if first is not None and last is not None and (last < first or (part.strict and last == first)):
                    where = context.spans.span("steps", index, "date")
                    words = f"'{step.id}' ({step.date}) must come after '{part.step}' ({dates[part.step]})"
                    yield TOO_EARLY.at(where, words, "mend one of the dates, or the requirement")


def _must(path: tuple[str | int, ...]) -> bool:
    """Whether a requirement cannot be replaced by another one."""
    return "any" not in path


def _parts(step: Step) -> Iterator[tuple[tuple[str | int, ...], Requirement]]:
    """Yield every requirement of a step with its path below the step."""
    pending: list[tuple[tuple[str | int, ...], Requirement]] = [
        (("requires", k), part) for k, part in enumerate(step.requires)
    ]
    while pending:
        path, part = pending.pop(0)
        yield path, part
        pending += [((*path, "any", k), inner) for k, inner in enumerate(part.any)]
        pending += [((*path, "all", k), inner) for k, inner in enumerate(part.all)]
