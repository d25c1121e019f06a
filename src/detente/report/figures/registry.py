"""Find the drawers: one per folder of ``figures``, in its module ``drawing``. Nobody edits a list."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import MappingProxyType
from typing import Any

from detente.findings import Spec
from detente.report import figures
from detente.report.figures.drawer import Drawer


@cache
def drawers() -> MappingProxyType[type[Spec], Drawer[Any]]:
    """Return every ``DRAWER`` by the specification it draws (a read-only mapping)."""
    names = sorted(module.name for module in pkgutil.iter_modules(figures.__path__) if module.ispkg)
    found: list[Drawer[Any]] = [importlib.import_module(f"{figures.__name__}.{name}.drawing").DRAWER for name in names]
    return MappingProxyType({drawer.kind: drawer for drawer in found})
