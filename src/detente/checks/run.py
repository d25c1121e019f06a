"""Run every check; each is a module of ``checks/rules`` with a function ``check``."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING

from detente.checks import rules
from detente.checks.causes import once_each
from detente.diagnostics import Rule, Severity

if TYPE_CHECKING:
    from types import ModuleType

    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic


def run_checks(context: Context) -> list[Diagnostic]:
    """Return what all checks find, in no particular order; of a changed case the errors only."""
    found: list[Diagnostic] = []
    for module in _modules():
        if not (context.base is not None and _only_warns(module)):
            found += module.check(context)
    return once_each(found, context.broken_ids, lost=context.lost)


@cache
def _modules() -> tuple[ModuleType, ...]:
    infos = pkgutil.iter_modules(rules.__path__)
    return tuple(importlib.import_module(f"{rules.__name__}.{info.name}") for info in infos)


@cache
def _only_warns(module: ModuleType) -> bool:
    own = [value for value in vars(module).values() if isinstance(value, Rule)]
    return all(rule.severity is Severity.WARNING for rule in own)
