"""What is claimed of the corridor can be tested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.models.corridor.predicate.reading import read_claims

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

READS = ("corridor", "scenarios")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report predicates that cannot be read, or speak of what the corridor does not have."""
    corridor, before = context.case.corridor, context.sound[0].case if context.sound else None
    scenarios = (before or context.case).scenarios  # a changed case is checked without its own
    if corridor is None or context.lost or any(reference.path[0] == "corridor" for reference in context.dangling):
        return
    _, flaws = read_claims(corridor, scenarios, before.corridor if before else None)
    yield from (flaw.diagnostic(context.spans) for flaw in flaws)
