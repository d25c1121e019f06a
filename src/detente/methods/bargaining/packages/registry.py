"""Find the bargaining rules on packages: one per file in ``rules/``. Nobody edits a list."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import MappingProxyType

from detente.methods.bargaining.packages import rules
from detente.methods.bargaining.packages.rule import Rule


@cache
def shipped_rules() -> MappingProxyType[str, Rule]:
    """Return every ``RULE`` in ``rules/`` by key, in their own order (a read-only mapping)."""
    modules = pkgutil.iter_modules(rules.__path__, prefix=f"{rules.__name__}.")
    found: list[Rule] = [importlib.import_module(module.name).RULE for module in modules]
    return MappingProxyType({rule.key: rule for rule in sorted(found, key=lambda rule: rule.order)})


def leading_rule() -> Rule:
    """Return the first rule: what is said of one rule only is said of this."""
    return next(iter(shipped_rules().values()))
