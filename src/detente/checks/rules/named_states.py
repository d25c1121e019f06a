"""Named states go by different names, none of which means something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.conflict import STATUS_QUO
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

RESERVED = Rule(
    "DT545",
    "a named state called like the status quo",
    "Whoever asks about the state 'status-quo' ('--why status-quo') means that of 'status_quo'. A named state of that "
    "name would be answered about instead.",
)

READS = ("conflict",)


def check(context: Context) -> Iterator[Diagnostic]:
    """Report named states that are called like an earlier one, or like the status quo."""
    conflict = context.case.conflict
    if conflict and STATUS_QUO in conflict.named_states:
        span = context.spans.key("conflict", "named_states", STATUS_QUO)
        yield RESERVED.at(span, f"'{STATUS_QUO}' means the state of 'status_quo'", "give the named state another id")
    first: dict[str, str] = {}
    for name, state in (conflict.named_states if conflict else {}).items():
        called = state.called(name)
        earlier = first.setdefault(called, name)
        if earlier != name:
            span = context.spans.span("conflict", "named_states", name, "text")
            yield CALLED_ALIKE.at(span, f"'{name}' and '{earlier}' are both called “{called}”", "give one another text")
