"""Impacts lie on the scale, between two descriptors that may influence each other, and are judged once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.system.effect import STRONGEST
from detente.checks.region import descriptors_by_id, time_of
from detente.checks.rules.system_size import MOST
from detente.diagnostics import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.case.shape import Path
    from detente.case.system import Descriptor, Impact, System
    from detente.case.system.impact import Judged
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

OFF_THE_SCALE = Rule(
    "DT1020",
    "an effect off the scale",
    f"Effects are whole numbers from -{STRONGEST} (strongly hindering) over 0 to {STRONGEST} (strongly promoting). "
    "What decides alone, whatever the rest, is no effect: write a requirement, or close the state.",
)
UPSIDE_DOWN = Rule(
    "DT1021",
    "an effect whose bounds are upside down",
    "An interval begins with the lower bound: [1, 2], and [-2, -1].",
)
WITHIN = Rule(
    "DT1022",
    "an impact within one descriptor",
    "A descriptor is in one state at a time, so that its states do nothing to each other. What keeps it where it is "
    "says 'pace: slow'; what is at work anyway is 'background'.",
)
TWICE = Rule(
    "DT1023",
    "two impacts of one coder on one pair",
    "Both say what the same state does to the same other one, at the same time, so that they would count twice. An "
    "impact without a 'coder' is everybody's. Join them, name who judged, or give them times of their own.",
)
MISUSED = Rule(
    "DT1024",
    "a context that is moved, or an output that moves others",
    "A 'context' is given from outside and an 'output' influences nobody; what another part of the case decides is "
    "moved there. What moves and is moved is a 'setting'.",
)
UNCITED = Rule(
    "DT1025",
    "a stated effect without a source",
    "What is 'stated' a source says: cite it. What is read between its lines is 'inferred', the rest 'assumed'.",
    Severity.WARNING,
    evidence=True,
)

READS = ("system", "case", "events", "steps")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report effects and impacts that cannot be."""
    system = context.case.system
    if system is None:
        return
    for key in ("impacts", "background"):
        for number, record in enumerate(getattr(system, key)):
            yield from _judged(context, record, ("system", key, number))
    known = descriptors_by_id(system)
    for number, impact in enumerate(system.impacts):
        yield from _ends(context, impact, known, ("system", "impacts", number))
    for number, background in enumerate(system.background):
        yield from _moved(context, background.on, known, ("system", "background", number, "on"))
    for number, requirement in enumerate(system.requirements):
        yield from _moved(context, requirement.state, known, ("system", "requirements", number, "state"))
    if len(system.impacts) <= MOST["impacts"]:  # more are reported
        yield from _twice(context, system)


def _judged(context: Context, record: Judged, here: Path) -> Iterator[Diagnostic]:
    effect = record.effect
    span = context.spans.span(*here, "effect")
    if max(abs(effect.low), abs(effect.high)) > STRONGEST:
        got = f"{effect.low}" if effect.low == effect.high else f"[{effect.low}, {effect.high}]"
        yield OFF_THE_SCALE.at(span, f"an effect must lie within -{STRONGEST} and {STRONGEST}, got {got}")
    if effect.low > effect.high:
        message = f"the effect begins with its upper bound: [{effect.low}, {effect.high}]"
        yield UPSIDE_DOWN.at(span, message, f"write [{effect.high}, {effect.low}]")
    if record.evidence == "stated" and not record.cites:
        span = context.spans.span(*here, "evidence")
        yield UNCITED.at(span, "the effect is stated, and cites nothing", "cite who states it")


def _ends(context: Context, impact: Impact, known: Mapping[str, Descriptor], here: Path) -> Iterator[Diagnostic]:
    source, on = impact.source.partition(".")[0], impact.on.partition(".")[0]
    if source == on:
        yield WITHIN.at(context.spans.span(*here), f"'{source}' does something to itself", "name another descriptor")
        return
    if source in known and known[source].kind == "output":
        message = f"'{source}' is an output, which influences nobody"
        yield MISUSED.at(context.spans.span(*here, "from"), message, "make it a setting, or take this out")
    yield from _moved(context, impact.on, known, (*here, "on"))


def _moved(context: Context, state: str, known: Mapping[str, Descriptor], path: Path) -> Iterator[Diagnostic]:
    """Report that something bears on what is not moved."""
    name = state.partition(".")[0]
    if name in known and not known[name].is_moved:
        reads = known[name].reads
        why = "a context, which nothing here moves" if reads is None else f"decided by {reads}, and not here"
        hint = "make it a setting, or take this out" if reads is None else "give it a history, or take this out"
        yield MISUSED.at(context.spans.span(*path), f"'{name}' is {why}", hint)


def _twice(context: Context, system: System) -> Iterator[Diagnostic]:
    """Report what is said twice of one pair, at the later place."""
    earlier: dict[tuple[str, str], list[Impact]] = {}
    for number, impact in enumerate(system.impacts):
        others = earlier.setdefault((impact.source, impact.on), [])
        if any(_is_the_same(context, system, impact, other) for other in others):
            span = context.spans.span("system", "impacts", number)
            message = f"another impact says what '{impact.source}' does to '{impact.on}'"
            yield TWICE.at(span, message, "join them, or name their coders")
        others.append(impact)


def _is_the_same(context: Context, system: System, one: Impact, other: Impact) -> bool:
    if None not in (one.coder, other.coder) and one.coder != other.coder:
        return False
    return not time_of(context, system, one).is_apart(time_of(context, system, other), context.calendar)
