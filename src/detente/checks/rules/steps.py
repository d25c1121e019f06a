"""Steps wait for others, not for themselves, and a step that is met has nothing unmet before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.diagnostics import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.case.step import Requirement, Step
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

WAITS_FOR_ITSELF = Rule(
    "DT330",
    "a step that waits for itself",
    "A step cannot require itself. Two or more steps that wait for each other are a deadlock, which the roadmap finds; "
    "a step that names itself is a slip.",
)
MET_TOO_SOON = Rule(
    "DT332",
    "a step that is met although it requires what is unmet",
    "At the case's own date a step is met, while what has to come first is not. One of the two statuses is wrong, or "
    "the requirement is none, or it only makes the step easier (accelerates: true). The roadmap takes the step as met.",
    Severity.WARNING,
)
MET_LATER = Rule(
    "DT333",
    "a step met after the case's own date",
    "The status of a step is what holds at the case's own date ('as_of'). A step that is dated later is not met then: "
    "write 'scheduled' or 'open', or mend the date. A case that knows more than that says so with 'known_until'.",
)
NO_GOAL = Rule(
    "DT334",
    "a roadmap without a goal",
    "The roadmap leads to one step, its goal. Without it 'detente roadmap' has nothing to answer.",
    Severity.WARNING,
)

READS = ("steps", "events", "roadmap", "case")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report steps that require themselves, those met too soon or later than the case, and a roadmap without a goal."""
    if context.case.roadmap is not None and context.case.roadmap.goal is None:
        span = context.spans.span("roadmap")
        yield NO_GOAL.at(span, "the roadmap names no goal", "write 'goal: …' with the id of a step")
    met = {step.id: _met(context, step) for step in context.case.steps}
    for index, step in enumerate(context.case.steps):
        yield from _itself(context, index, step)
        if step.status != "met":
            continue
        if _is_later(context, step):
            span = context.spans.span("steps", index, "date")
            words = f"'{step.id}' is met, but dated {step.date}, after the case's own date ({context.case.case.as_of})"
            yield MET_LATER.at(span, words, "mend its status or its date")
        else:
            yield from _too_soon(context, index, step, met)


def _itself(context: Context, index: int, step: Step) -> Iterator[Diagnostic]:
    for path, part in _parts(step):
        if part.step == step.id:
            span = context.spans.span("steps", index, *path)
            yield WAITS_FOR_ITSELF.at(span, f"'{step.id}' requires itself", "name the step that it waits for")


def _parts(step: Step) -> Iterator[tuple[tuple[str | int, ...], Requirement]]:
    """Yield every requirement of a step with its path below the step."""
    pending: list[tuple[tuple[str | int, ...], Requirement]] = [
        (("requires", k), part) for k, part in reversed(list(enumerate(step.requires)))
    ]
    while pending:
        path, part = pending.pop()
        yield path, part
        inner = [((*path, "any", k), each) for k, each in enumerate(part.any)]
        inner += [((*path, "all", k), each) for k, each in enumerate(part.all)]
        pending += reversed(inner)


def _met(context: Context, step: Step) -> Truth:
    """Return whether a step is met at the case's own date."""
    if step.status != "met":
        return Truth.FALSE
    if step.date is None or _is_later(context, step):  # what contradicts itself is told once
        return Truth.TRUE
    return context.calendar.of_step(step).by(context.case.case.as_of.interval)


def _is_later(context: Context, step: Step) -> bool:
    """Return whether a step that is met is dated after all that the case can know."""
    if step.date is None or context.case.case.known_until is not None:  # what lies beyond the lock is told there
        return False
    return context.calendar.of_step(step).by(context.case.case.as_of.interval) is Truth.FALSE


def _too_soon(context: Context, index: int, step: Step, met: Mapping[str, Truth]) -> Iterator[Diagnostic]:
    for k, part in enumerate(step.requires):
        if _fulfilled(part, met) is Truth.FALSE and not _dated_later(context, step, part, met):
            span = context.spans.span("steps", index, "requires", k)
            words = f"'{step.id}' is met although it requires {_words(part, met)}"
            yield MET_TOO_SOON.at(span, words, "mend one of the statuses, or the requirement")


def _dated_later(context: Context, step: Step, part: Requirement, met: Mapping[str, Truth]) -> bool:
    """Return whether what is unmet is dated after the step: then the dates clash, which is told by itself."""
    steps = {each.id: each for each in context.case.steps}
    last = context.calendar.of_step(step).latest
    firsts = [context.calendar.of_step(steps[name]).earliest for name in _unmet(part, met)]
    return last is not None and all(first is not None and last < first for first in firsts)


def _fulfilled(part: Requirement, met: Mapping[str, Truth]) -> Truth | None:
    """Return whether a requirement is fulfilled; ``None`` where nothing in it has to come first."""
    if part.accelerates:
        return None
    if part.step is not None:
        return met.get(part.step, Truth.UNDETERMINED)
    found = [truth for each in part.any or part.all if (truth := _fulfilled(each, met)) is not None]
    if not found:
        return None
    wanted, other = (Truth.TRUE, Truth.FALSE) if part.any else (Truth.FALSE, Truth.TRUE)
    if wanted in found:
        return wanted
    return Truth.UNDETERMINED if Truth.UNDETERMINED in found else other


def _words(part: Requirement, met: Mapping[str, Truth]) -> str:
    """Return what of a requirement is unmet."""
    names = list(dict.fromkeys(_unmet(part, met)))
    if len(names) == 1:
        return f"'{names[0]}', which is not met"
    shown = ", ".join(f"'{name}'" for name in names[:4])
    return f"{shown}{' and more' if len(names) > 4 else ''}, which are not met"


def _unmet(part: Requirement, met: Mapping[str, Truth]) -> Iterator[str]:
    if _fulfilled(part, met) is not Truth.FALSE:
        return
    if part.step is not None:
        yield part.step
    for each in (*part.any, *part.all):
        yield from _unmet(each, met)
