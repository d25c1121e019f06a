"""Two permissions for the same cargo and country do not say the opposite of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.corridor import Permission
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

OPPOSITE = Rule(
    "DT916",
    "a permission that contradicts another one",
    "Both are about the same cargo and the same country; one allows what the other forbids, and no dates tell when "
    "each of them holds. Take one out, or date both with 'from' and 'to'.",
)

READS = ("corridor",)


def check(context: Context) -> Iterator[Diagnostic]:
    """Report undated permissions that say the opposite of an earlier undated one."""
    corridor = context.case.corridor
    first: dict[tuple[str, str], tuple[int, Permission]] = {}
    for number, permission in enumerate(corridor.permissions if corridor else ()):
        if permission.from_ is not None or permission.to is not None:
            continue
        earlier, other = first.setdefault((permission.cargo, permission.through), (number, permission))
        if other.allowed is not permission.allowed:
            message = f"another permission says the opposite for '{permission.cargo}' through {permission.through}"
            span = context.spans.span("corridor", "permissions", earlier)
            hint = f"it stands at {span}: take one out, or date both"
            yield OPPOSITE.at(context.spans.span("corridor", "permissions", number), message, hint)
