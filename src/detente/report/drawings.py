"""Drawings: the figures of a page that is written again and again, of which the same is not drawn twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.report.figures.registry import drawers

if TYPE_CHECKING:
    from detente.findings import Figure


class Drawings:
    """The figures of a page as they were drawn last, each under its anchor."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[tuple[Any, ...], str]] = {}

    def of(self, figure: Figure, anchor: str) -> str:
        """Return the markup of a figure."""
        said = figure.spec, figure.title, figure.description
        before, drawing = self._known.get(anchor, ((), ""))
        if before != said:
            drawing = drawers()[type(figure.spec)].draw(figure.spec, anchor, figure.title, figure.description)
            self._known[anchor] = said, drawing
        return drawing
