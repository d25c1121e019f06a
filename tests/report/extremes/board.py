"""Boards of one square, and of as many as are ever drawn."""

from __future__ import annotations

from itertools import product
from random import Random

from detente.findings.figures.board import Arc, Board, Square
from detente.findings.figures.routes import Gain

_KINDS = ("nobody gains by leaving", "gains would be answered", "somebody leaves")
_GAINS = (Gain.GAIN, Gain.EVEN, Gain.COST)


def specs() -> dict[str, Board]:
    """Return boards: one square, 64 in all proportions with neighbours joined, and arrows between any two."""
    found = {f"{wide}-by-{64 // wide}": _joined(wide, 64 // wide, "") for wide in (1, 2, 4, 8, 16, 32, 64)}
    return found | {
        "one": Board(("all",), ("",), "moves", "", _KINDS, ("North",), (Square(0, 0, 0, "today", start=True),), ()),
        "named": _joined(4, 4, "the outcome that all of them asked about"),
        "crossed": _crossed(),
    }


def _joined(wide: int, high: int, name: str) -> Board:
    cells = list(product(range(high), range(wide)))
    squares = tuple(Square(x, y, (x + y) % 3, name if (x + y) % 2 else "", start=x + y == 0) for y, x in cells)
    steps = [((y, x), (y, x + 1), 0) for y, x in cells if x + 1 < wide]
    steps += [((y, x), (y + 1, x), 1) for y, x in cells if y + 1 < high]
    arcs = tuple(
        Arc(cells.index(one), cells.index(other), by, _GAINS[k % 3]) for k, (one, other, by) in enumerate(steps[:48])
    )
    heads = tuple("; ".join(["Sign", "Open the crossing", "Withdraw"][: k % 4]) or "nothing" for k in range(64))
    sides = ("what North does", "what South and its allies do")
    return Board(heads[:wide], heads[:high], *sides, _KINDS, ("North", "Northern Union"), squares, arcs)


def _crossed() -> Board:
    random = Random(3)
    squares = tuple(Square(x, y, random.randrange(3), f"state {x}{y}") for x in range(5) for y in range(4))
    pairs = random.sample(list(product(range(20), range(20), range(2))), 48)
    arcs = tuple(Arc(one, other, by, random.choice(_GAINS)) for one, other, by in pairs if one != other)
    heads = tuple(f"{k} moves" for k in range(5))
    return Board(heads, ("",) * 4, "how many moves", "", _KINDS, ("North", "South"), squares, arcs)
