"""A comparison of two texts on a terminal, or as plain text in a pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text as Line

from detente.cli.text import on_console
from detente.diagnostics.characters import printable, visible
from detente.methods.wording.differences import differing_words
from detente.models.readouts.told import counts, differences, languages, likeness

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.methods.wording.words import Place
    from detente.models.readouts.results import Changed, Comparison

_SIDES = ("A", "B")
_MOST = 100
"""So many sentences of each list are printed."""


def print_comparison(found: Comparison, names: tuple[str, str]) -> None:
    """Print how alike two texts are, what is in other words, what only one says, and what both say.

    Parameters
    ----------
    names
        What to call A and B.
    """
    on_console(lambda console: console.print(_whole(found, names)))


def _whole(found: Comparison, names: tuple[str, str]) -> Group:
    parts: list[RenderableType] = [
        Line(f"A is {visible(names[0])}, B is {visible(names[1])}", "bold underline"),
        Line(counts(found, _SIDES)),
        Line(likeness(found, _SIDES)),
    ]
    if found.changed:
        parts += _head("In other words, from A to B; [what differs] is in brackets")
        for number, each in enumerate(found.changed[:_MOST], 1):
            parts += [Line("")] * (number > 1) + [_changed(number, each)]
        parts += _more(len(found.changed))
    parts += _list("In A only", [each.text for each in found.only_a])
    parts += _list("In B only", [each.text for each in found.only_b])
    parts += _list("In both", [each.text for each in found.shared])
    return Group(*parts, Line(""), Line(languages(found), "dim"))


def _changed(number: int, found: Changed) -> Grid:
    """Return a sentence in both wordings, the words that differ in brackets, and in words what differs."""
    in_a, in_b = differing_words(found.text_a, found.text_b)
    grid = _grid(len(_SIDES))
    grid.add_row(str(number), "A", _marked(found.text_a, in_a))
    grid.add_row("", "B", _marked(found.text_b, in_b))
    for told in differences(found):
        grid.add_row("", "", Line(_said(told), "italic"))
    return grid


def _marked(text: str, places: Iterable[Place]) -> Line:
    line = Line()
    at = 0
    for begin, end in places:
        line.append(_said(text[at:begin]))
        line.append(f"[{_said(text[begin:end])}]", "bold")
        at = end
    return line.append(_said(text[at:]))


def _said(text: str) -> str:
    """Return a piece of a text with its line breaks as spaces, in which nothing is an order to the terminal."""
    return printable(text.replace("\r\n", "\n").replace("\n", " "))


def _list(title: str, texts: list[str]) -> list[RenderableType]:
    grid = _grid(1)
    for text in texts[:_MOST]:
        grid.add_row("•", Line(_said(text)))
    return [*_head(title), grid, *_more(len(texts))] if texts else []


def _more(number: int) -> list[RenderableType]:
    return [Line(f"    … and {number - _MOST} more; “--json” gives them all")] if number > _MOST else []


def _grid(columns: int) -> Grid:
    grid = Grid.grid(padding=(0, 1))
    grid.add_column(width=3, justify="right")
    for _ in range(columns):
        grid.add_column(overflow="fold")
    return grid


def _head(title: str) -> list[RenderableType]:
    return [Line(""), Line(title, "bold")]
