"""Find the rules for bargains on a scale: one per file in ``rules/``. Nobody edits a list."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from detente.methods.bargaining.spatial import rules
from detente.methods.bargaining.spatial.rule import Rule
from detente.methods.plugins import found_in


@cache
def shipped_rules() -> MappingProxyType[str, Rule]:
    """Return every ``RULE`` in ``rules/`` by key, in their own order (a read-only mapping)."""
    return found_in(rules, "RULE", Rule)
