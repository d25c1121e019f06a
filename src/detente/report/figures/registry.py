"""Find the kinds of figures: one per folder, with its ``DRAWER`` in ``drawing``. Nobody edits a list."""

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
    found: list[Drawer[Any]] = [importlib.import_module(f"{name}.drawing").DRAWER for name in _folders()]
    return MappingProxyType({drawer.kind: drawer for drawer in found})


def styles() -> str:
    """Return the style sheet of all kinds: the ``style.css`` of each folder that has one."""
    return "".join(_style(name) for name in _folders()).rstrip()


def _folders() -> list[str]:
    return sorted(f"{figures.__name__}.{found.name}" for found in pkgutil.iter_modules(figures.__path__) if found.ispkg)


def _style(folder: str) -> str:
    try:
        found = pkgutil.get_data(folder, "style.css")
    except FileNotFoundError:
        return ""
    return (found or b"").decode()
