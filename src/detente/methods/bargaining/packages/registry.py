"""Find the bargaining rules on packages: one per file in ``rules/``. Nobody edits a list."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from detente.methods.bargaining.packages import rules
from detente.methods.bargaining.packages.rule import Rule
from detente.methods.plugins import found_in


@cache
def shipped_rules() -> MappingProxyType[str, Rule]:
    """Return every ``RULE`` in ``rules/`` by key, in their own order (a read-only mapping)."""
    return found_in(rules, "RULE", Rule)


def leading_rule() -> Rule:
    """Return the first rule: what is said of one rule only is said of this."""
    return next(iter(shipped_rules().values()))
