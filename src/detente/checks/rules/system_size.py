"""A system is no larger than what can be computed in reasonable time, and a descriptor than what can be judged."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

MOST = MappingProxyType({"descriptors": 30, "impacts": 2000, "requirements": 100, "gates": 100, "shocks": 100})
FEWEST_STATES, MOST_STATES = 2, 4

TOO_MANY = Rule(
    "DT1010",
    "a system that is too large",
    f"Every combination of states is looked through exactly, and every impact is a judgement that somebody has to make "
    f"and others to check. A system holds at most {MOST['descriptors']} descriptors, {MOST['impacts']:,} impacts "
    f"and {MOST['requirements']} requirements, gates and shocks each; 8 to 12 descriptors are what people can judge. "
    "Join what moves together, and leave out what moves nothing.",
)
STATES = Rule(
    "DT1011",
    "a descriptor with too few or too many states",
    f"A descriptor has {FEWEST_STATES} to {MOST_STATES} states that exclude each other. With one nothing can change; "
    "of many nobody can judge what each does to each. Join states, or make two descriptors of it.",
)

READS = ("system",)


def check(context: Context) -> Iterator[Diagnostic]:
    """Report lists that are too long, at the first record that is too much, and numbers of states."""
    system = context.case.system
    if system is None:
        return
    for key, most in MOST.items():
        number = len(getattr(system, key))
        if number > most:
            message = f"the system has {number:,} {key}; the limit is {most:,}"
            yield TOO_MANY.at(context.spans.span("system", key, most), message, "join them, or leave some out")
    for k, descriptor in enumerate(system.descriptors):
        count = len(descriptor.states)
        if not FEWEST_STATES <= count <= MOST_STATES:
            span = context.spans.span("system", "descriptors", k, "states")
            message = f"'{descriptor.id}' has {count} state{'s' * (count != 1)}"
            yield STATES.at(span, message, f"write {FEWEST_STATES} to {MOST_STATES}")
