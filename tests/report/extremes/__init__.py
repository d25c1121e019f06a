"""Figures as small, as large and as crowded as they come: a module for each kind, with ``specs()``.

A new kind of figure adds a module; nobody edits a list.
"""

from __future__ import annotations

import importlib
import pkgutil

from detente.findings import Column, Figure, Row, Table

_TABLE = Table("extreme", "What is drawn", (Column("what", "What"),), (Row(("this",)),))


def extremes() -> list[tuple[str, Figure]]:
    """Return the extremes of every kind, each with a name."""
    kinds = sorted(found.name for found in pkgutil.iter_modules(__path__))
    modules = [(kind, importlib.import_module(f"{__name__}.{kind}")) for kind in kinds]
    return [
        (f"{kind}-{name}", Figure(name, name, "An extreme.", spec, _TABLE))
        for kind, module in modules
        for name, spec in module.specs().items()
    ]
