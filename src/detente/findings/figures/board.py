"""Boards: places in columns and rows, and the moves between them."""

from __future__ import annotations

from dataclasses import dataclass

from detente.findings.figures.routes import Gain
from detente.findings.figures.spec import Spec


@dataclass(frozen=True, slots=True)
class Square:
    """A place of the board.

    Attributes
    ----------
    column, row
        Where it is, counted from 0; in between for rows that mean nothing by themselves.
    kind
        Which of the board's kinds it is.
    name
        A name that readers know, or ``""``.
    title
        The place in full.
    start
        Whether things stand there now.
    """

    column: int
    row: float
    kind: int
    name: str = ""
    title: str = ""
    start: bool = False


@dataclass(frozen=True, slots=True)
class Arc:
    """A move from one square to another, by their numbers; ``by`` is the number of its mover."""

    source: int
    target: int
    by: int
    gain: Gain


@dataclass(frozen=True, slots=True)
class Board(Spec):
    """Places in columns and rows that mean something, and moves.

    Attributes
    ----------
    columns, rows
        What is so in each column and in each row; "" where the place says nothing.
    across, down
        What the columns and the rows stand for.
    kinds
        What each kind of square is called, the firmest first; at most three.
    movers
        Who moves.
    squares, arcs
        The places and the moves.
    """

    columns: tuple[str, ...]
    rows: tuple[str, ...]
    across: str
    down: str
    kinds: tuple[str, ...]
    movers: tuple[str, ...]
    squares: tuple[Square, ...]
    arcs: tuple[Arc, ...]
