"""Every kind of problem, by its code."""

from __future__ import annotations

from detente.session.rules import known_rules


def text() -> str:
    """Return one heading a code: its title, its severity and its explanation."""
    return "\n".join(
        f"({rule.code.lower()})=\n## {rule.code}: {rule.title}\n\n*{rule.severity}.* {rule.explanation}\n"
        for rule in known_rules().values()
    )
