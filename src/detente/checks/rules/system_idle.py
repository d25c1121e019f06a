"""What a system describes is moved by something, moves something, or opens and closes something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule, Severity
from detente.methods.gmcr.preference.expressions import StatementError
from detente.methods.gmcr.preference.statements import mentioned
from detente.models.system.conditions import IS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.system import System
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

IDLE = Rule(
    "DT1050",
    "a descriptor that stands alone",
    "It neither influences another one nor is influenced, and nothing opens or closes with it, so that it changes no "
    "result. Say what it does to others, or take it out.",
    Severity.WARNING,
)

READS = ("system",)


def check(context: Context) -> Iterator[Diagnostic]:
    """Warn of descriptors that nothing speaks of; where a file could not be read nobody knows what does."""
    system = context.case.system
    if system is None or context.lost:
        return
    used = frozenset(_used(system))
    for k, descriptor in enumerate(system.descriptors):
        if descriptor.id not in used:
            span = context.spans.span("system", "descriptors", k)
            yield IDLE.at(span, f"'{descriptor.id}' does nothing, and nothing is done to it", "add an impact")


def _used(system: System) -> Iterator[str]:
    """Yield the descriptors that something speaks of; a shock alone moves nothing else."""
    states = [end for impact in system.impacts for end in (impact.source, impact.on)]
    states += [each.on for each in system.background]
    states += [each.state for each in system.requirements]
    yield from (state.partition(".")[0] for state in states)
    for text in (*(each.only_if for each in system.requirements), *(each.when for each in system.gates)):
        try:
            yield from (name.partition(IS)[0] for name, _ in mentioned(text))
        except StatementError:  # which is reported
            continue
