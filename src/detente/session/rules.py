"""The kinds of problem that Detente knows, wherever they are found."""

from __future__ import annotations

from types import MappingProxyType

from detente import casefile, checks, models, session
from detente.diagnostics import Rule, rules_in


def _number(item: tuple[str, Rule]) -> int:
    """Return what to order a rule by: codes have three digits, later ones four."""
    return int(item[0].removeprefix("DT"))


def known_rules() -> MappingProxyType[str, Rule]:
    """Return every rule by its code, in the order of codes (a read-only mapping).

    Raises
    ------
    ValueError
        If two rules share a code.
    """
    found: dict[str, Rule] = {}
    for package in (casefile, checks, models, session):
        for rule in rules_in(package):
            if found.setdefault(rule.code, rule) != rule:
                raise ValueError(f"two rules have the code {rule.code}")
    return MappingProxyType(dict(sorted(found.items(), key=_number)))
