"""Run every check; each is a module of ``checks/rules`` with a function ``check``."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

from detente.checks import rules
from detente.checks.causes import once_each

if TYPE_CHECKING:
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic


def run_checks(context: Context) -> list[Diagnostic]:
    """Return what all checks find, in no particular order."""
    found: list[Diagnostic] = []
    for info in pkgutil.iter_modules(rules.__path__):
        module = importlib.import_module(f"{rules.__name__}.{info.name}")
        found += module.check(context)
    return once_each(found, context.broken_ids, lost=context.lost)
