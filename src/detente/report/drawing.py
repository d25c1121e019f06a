"""Drawing: how each kind of figure becomes SVG, found by the class of its specification."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from detente.findings import Spec

S = TypeVar("S", bound=Spec)

Legend = tuple[tuple[str, str], ...]
"""Words for each kind of shape in a figure, and the shape as SVG markup."""


@dataclass(frozen=True, slots=True)
class Drawer(Generic[S]):
    """How one kind of figure is drawn.

    Attributes
    ----------
    kind
        The class of its specification.
    draw
        ``draw(spec, anchor, title, description)``: the SVG markup, all text escaped. The anchor is unique in
        the page and begins the ids inside; title and description are what a screen reader announces.
    legend
        ``legend(spec, anchor)``: words and a sample for each kind of shape that the figure uses.
    """

    kind: type[S]
    draw: Callable[[S, str, str, str], str]
    legend: Callable[[S, str], Legend]


@cache
def drawers() -> MappingProxyType[type[Spec], Drawer[Any]]:
    """Return every ``DRAWER`` in ``drawers/`` by the specification it draws (a read-only mapping)."""
    package = importlib.import_module("detente.report.drawers")
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    found: list[Drawer[Any]] = [importlib.import_module(f"{package.__name__}.{name}").DRAWER for name in names]
    return MappingProxyType({drawer.kind: drawer for drawer in found})
