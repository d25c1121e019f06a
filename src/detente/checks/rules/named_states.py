"""Named states go by different names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

CALLED_ALIKE = Rule(
    "DT544",
    "two named states called alike",
    "Everything that is said of a named state goes by its text, or by its name where it has none, so that two that are "
    "called alike could not be told apart. Say in the texts how they differ.",
)

READS = ("conflict",)


def check(context: Context) -> Iterator[Diagnostic]:
    """Report named states that are called like an earlier one."""
    conflict = context.case.conflict
    first: dict[str, str] = {}
    for name, state in (conflict.named_states if conflict else {}).items():
        called = state.called(name)
        earlier = first.setdefault(called, name)
        if earlier != name:
            span = context.spans.span("conflict", "named_states", name, "text")
            yield CALLED_ALIKE.at(span, f"'{name}' and '{earlier}' are both called “{called}”", "give one another text")
