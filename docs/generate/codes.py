"""Every kind of problem, by its code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.session.rules import known_rules

if TYPE_CHECKING:
    from detente.diagnostics import Rule


def text() -> str:
    """Return one heading a code: its title, its severity and its explanation."""
    return "\n".join(
        f"({rule.code.lower()})=\n## {rule.code}: {rule.title}\n\n*{_kind(rule)}.* {rule.explanation}\n"
        for rule in known_rules().values()
    )


def _kind(rule: Rule) -> str:
    """Return how bad it is, and whether a strict check counts it as worse."""
    return f"{rule.severity} about evidence" if rule.evidence else str(rule.severity)
