"""Draw routes as a tree from the top downwards: for narrow screens, and for ways of many steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.findings.figures.routes import Gain, Routes
from detente.report.drawing.arrows import arrow, barred
from detente.report.drawing.lettering import BOLD, LEADING, wrap
from detente.report.drawing.svg import Sheet, lines, titled
from detente.report.figures.routes.layout import branches, distinct

_SIZE, _SMALL = 14.0, 13.0
_INDENT, _LEFT, _ARROW, _GAP = 18.0, 8.0, 20.0, 9.0
_MOST_DEPTH, _MOST_LINES = 6, 9


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the tree: over it who moves, in it where that leads."""

    parent: int
    depth: int
    over: str
    words: tuple[str, ...]
    name: str
    gain: Gain | None
    title: str = ""


def tree(spec: Routes, wide: float) -> Sheet:
    """Return routes as a tree of some width."""
    head = wrap(" ".join(spec.origin), wide / BOLD, _SIZE, most=4)
    body = [lines((0, _SIZE), head, _SIZE, "goal")]
    entries = tuple(_entries(spec))
    y = _SIZE * LEADING * len(head) + 4
    trunks = {-1: y - _SIZE * LEADING + _SIZE + 2}
    for k, entry in enumerate(entries):
        x = _LEFT + _INDENT * min(entry.depth - 1, _MOST_DEPTH)
        indent = x + _ARROW + 8
        heavy = BOLD if entry.name == "goal" else 1.0
        said = tuple(
            line for phrase in entry.words for line in wrap(phrase, (wide - indent) / heavy, _SIZE, _MOST_LINES)
        )
        middle = y + _GAP + 8
        body.append(f'<path class="trunk" d="M{x:g} {trunks[entry.parent]:g}V{middle:g}"/>')
        stop = x + _ARROW
        body.append(barred((x, middle), stop - 6) if entry.gain is None else arrow(entry.gain, (x, middle), stop + 2))
        over = wrap(entry.over, wide - indent, _SMALL, _MOST_LINES)
        lower = round(middle + _SIZE * LEADING * max(len(over) - 1, 0), 1)
        words = lines((indent, middle + 4.5), over, _SIZE, "who") + lines((indent, lower + 22), said, _SIZE, entry.name)
        body.append(titled(entry.title, words))
        y = lower + 8 + _SIZE * LEADING * len(said)
        trunks[k] = y + 1
    return Sheet(wide, round(y + 8, 1), "".join(body))


def _entries(spec: Routes) -> Iterator[_Entry]:
    for branch in branches(distinct(spec.ways)):
        hop = branch.hop
        over, name = f"{hop.by}, {hop.gain}", "goal" if hop.named else ""
        yield _Entry(branch.parent, branch.depth, over, hop.label, name, hop.gain, hop.title)
    for name, why in spec.closed:
        yield _Entry(-1, 1, why, (name,), "goal", None)
