"""Conditions on the region can be read, gates lead somewhere, and what is read elsewhere is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule, Severity
from detente.models.flaw import Flaw
from detente.models.system.conditions import RESERVED, read_condition, states_by_descriptor
from detente.models.system.needs import read_needs
from detente.models.system.reads import NO_ANSWER, read_elsewhere
from detente.models.system.splitting import splitting_of
from detente.models.system.targets import Targets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.shape import Path
    from detente.case.system import Descriptor, System
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic
    from detente.models.system.reads import Readable

NOT_SPLIT = Rule(
    "DT1006",
    "states that do not split what they stand for",
    "Where a descriptor reads another part of the case, exactly one of its states has to hold whatever is there. Where "
    "two hold, or none does, the state of the descriptor cannot be told. Let the conditions of its states exclude each "
    "other, and let one be what is left: 'not (pay or sign)'.",
    Severity.WARNING,
)
NAMED_LIKE_A_WORD = Rule(
    "DT1007",
    "a descriptor or a state named like a word of conditions",
    "Conditions could not tell it from the word, so that none could speak of it. Give it an id that says what it is; "
    "'name' and 'text' may say whatever they like.",
)

READS = ("system", "conflict", "corridor", "issues", "steps")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report conditions and gates that mean nothing, and descriptors that read what there is not."""
    system = context.case.system
    if system is not None:
        yield from (flaw.diagnostic(context.spans) for flaw in _flaws(context, system))
        for k, descriptor in enumerate(system.descriptors):
            yield from _named(context, descriptor, ("system", "descriptors", k))
            yield from _reads(context, descriptor, ("system", "descriptors", k))


def _named(context: Context, descriptor: Descriptor, here: Path) -> Iterator[Diagnostic]:
    """Report a descriptor and states of which no condition could speak."""
    own = [("descriptor", descriptor.id, here)]
    own += [("state", state.id, (*here, "states", k)) for k, state in enumerate(descriptor.states)]
    for kind, name, path in own:
        if name in RESERVED:
            span = context.spans.span(*path, "id")
            message = f"'{name}' is a word of conditions and cannot name a {kind}"
            yield NAMED_LIKE_A_WORD.at(span, message, "give it another id, and say the word in its name or text")


def _flaws(context: Context, system: System) -> Iterator[Flaw]:
    yield from (each for each in read_needs(system) if isinstance(each, Flaw))
    states, targets = states_by_descriptor(system), Targets.of(context.case)
    for k, gate in enumerate(system.gates):
        here: Path = ("system", "gates", k)
        found = read_condition(gate.when, (*here, "when"), states)
        yield from found if isinstance(found, tuple) else ()
        target = targets.named(gate.target, (*here, "closes" if gate.opens is None else "opens"))
        if isinstance(target, Flaw):
            yield target


def _reads(context: Context, descriptor: Descriptor, here: Path) -> Iterator[Diagnostic]:
    if descriptor.reads is None:
        for k, state in enumerate(descriptor.states):
            if state.when is not None:
                span = context.spans.span(*here, "states", k, "when")
                message = f"'{descriptor.id}' reads nothing for '{state.id}' to stand for"
                yield NO_ANSWER.at(span, message, "say what it 'reads', or leave 'when' out")
        return
    readable = read_elsewhere(context.case, descriptor, here)
    if readable.flaws:
        yield from (flaw.diagnostic(context.spans) for flaw in readable.flaws)
    else:
        yield from _split(context, descriptor, readable, here)


def _split(context: Context, descriptor: Descriptor, readable: Readable, here: Path) -> Iterator[Diagnostic]:
    found = splitting_of(context.case.conflict, descriptor, readable)
    span = context.spans.span(*here, "states")
    if found is not None and found.both is not None:
        one, other = found.both
        yield NOT_SPLIT.at(span, f"'{descriptor.id}' may be both '{one}' and '{other}'", "let them exclude each other")
    elif found is not None and found.is_short:
        message = f"'{descriptor.id}' may be in none of its states"
        yield NOT_SPLIT.at(span, message, "let one of them be what is left")
