"""Run every check; each is a module of ``checks/rules`` with a function ``check``.

A rule that reads only some sections of the case, besides which references lead nowhere, may name them in ``READS``:
it is not run again where a scenario or a perception leaves all of them as they are.
"""

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
    for module in _telling(modules(), context.kept) if context.sound else modules():
        found += module.check(context)
    return once_each(found, context.broken_ids, lost=context.lost)


@cache
def _telling(checks: tuple[ModuleType, ...], kept: tuple[frozenset[str], ...]) -> tuple[ModuleType, ...]:
    """Return the rules that may find an error in a changed case, by the sections that each sound case has, too."""
    return tuple(module for module in checks if not _is_silent(module, kept))


def _is_silent(module: ModuleType, kept: tuple[frozenset[str], ...]) -> bool:
    """Whether a rule finds no error in a changed case, as all that it reads is as in a case without errors."""
    reads = frozenset[str](getattr(module, "READS", ()))
    return _only_warns(module) or (bool(reads) and any(map(reads.issubset, kept)))


@cache
def modules() -> tuple[ModuleType, ...]:
    """Return the modules of all checks."""
    infos = pkgutil.iter_modules(rules.__path__)
    return tuple(importlib.import_module(f"{rules.__name__}.{info.name}") for info in infos)


def _only_warns(module: ModuleType) -> bool:
    own = [value for value in vars(module).values() if isinstance(value, Rule)]
    return bool(own) and all(rule.severity is Severity.WARNING for rule in own)
