"""Drawers: how one kind of figure becomes SVG."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

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
