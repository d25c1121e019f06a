"""Requirements can be met by others, and leave every state of the region possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.checks.region import closed_now, descriptors_by_id
from detente.checks.rules.system_size import MOST
from detente.diagnostics import Rule
from detente.methods.gmcr.preference.expressions import names
from detente.methods.gmcr.preference.statements import parse
from detente.models.flaw import Flaw
from detente.models.system.clauses import can_hold
from detente.models.system.conditions import IS, states_by_descriptor
from detente.models.system.needs import read_needs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from detente.case.system import Descriptor, System
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic
    from detente.models.system.clauses import Clause
    from detente.models.system.needs import Needed

OF_ITSELF = Rule(
    "DT1030",
    "a requirement about itself",
    "A requirement says what of the other descriptors has to hold for a state. What of its own descriptor it speaks of "
    "is settled by the state already.",
)
NEVER_MET = Rule(
    "DT1031",
    "a requirement that nothing meets",
    "No combination of states meets it, so that the state could never be: two of its parts exclude each other. A state "
    "that cannot be is 'closed'.",
)
NOBODY_THERE = Rule(
    "DT1032",
    "a state that nothing can be in",
    "At the date of the case, no combination of states meets what the state requires, what that requires in turn and "
    "so on, without a state that is closed. Mend one of the requirements, or say of the state itself that it "
    "is 'closed'.",
)
OUTPUT_NEEDED = Rule(
    "DT1033",
    "a requirement about an output",
    "An 'output' influences nobody, so that nothing can require it. What moves and is moved is a 'setting'.",
)

READS = ("system", "case", "events", "steps")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report requirements that say nothing of others, or that cannot be met."""
    system = context.case.system
    if system is None:
        return
    read = read_needs(system)
    known = descriptors_by_id(system)
    needed = [each for each in read if not isinstance(each, Flaw) and each.requirement.state.partition(".")[0] in known]
    alone = [found for each in needed for found in _alone(context, system, each, known)]
    yield from alone
    is_small = all(len(getattr(system, key)) <= MOST[key] for key in ("descriptors", "requirements"))
    if len(needed) == len(read) and not alone and is_small:
        yield from _nobody(context, system, needed)


def _alone(context: Context, system: System, needed: Needed, known: Mapping[str, Descriptor]) -> Iterator[Diagnostic]:
    """Report what is wrong with a requirement by itself."""
    own = needed.requirement.state.partition(".")[0]
    place = context.spans.place("system", "requirements", needed.number, "only_if")
    for name, offset in names(parse(needed.requirement.only_if)):
        other = name.partition(IS)[0]
        if other == own:
            yield OF_ITSELF.at(
                place.character(offset), f"this requires something of '{own}' itself", "name others only"
            )
            return
        if known[other].kind == "output":
            message = f"'{other}' is an output, which influences nobody"
            yield OUTPUT_NEEDED.at(place.character(offset), message, "make it a setting, or take this out")
    if not can_hold(needed.clauses, states_by_descriptor(system)):
        message = f"no combination of states meets what '{needed.requirement.state}' requires"
        yield NEVER_MET.at(place.span, message, "mend it, or close the state")


def _nobody(context: Context, system: System, needed: Sequence[Needed]) -> Iterator[Diagnostic]:
    """Report states that are open, never were, and that nothing can be in."""
    states, closed = states_by_descriptor(system), closed_now(context, system)
    been = {(each.id, entry.state) for each in system.descriptors for entry in each.history}
    possible = {name: [s for s in own if (name, s) not in closed - been] for name, own in states.items()}
    rules = [_implied(each, clause, states) for each in needed for clause in each.clauses]
    for k, descriptor in enumerate(system.descriptors):
        for number, state in enumerate(descriptor.states):
            pair = (descriptor.id, state.id)
            if pair not in closed | been and not can_hold([*rules, frozenset({pair})], possible):
                span = context.spans.span("system", "descriptors", k, "states", number)
                message = f"nothing can be in '{descriptor.id}.{state.id}'"
                yield NOBODY_THERE.at(span, message, "mend what it requires, or close it")


def _implied(needed: Needed, clause: Clause, states: Mapping[str, Sequence[str]]) -> Clause:
    """Return a clause as one that holds of every combination: the state is not there, or the clause holds."""
    name, _, state = needed.requirement.state.partition(".")
    return clause | {(name, other) for other in states[name] if other != state}
