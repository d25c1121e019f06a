"""Changes of preferences as sentences tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.conflict.words import condition, maker_names
from detente.lenses.wording import listed
from detente.methods.gmcr.inverse.changes import said
from detente.methods.gmcr.preference.expressions import Name, Not, Pattern
from detente.methods.gmcr.preference.statements import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.case.citation import Claim
    from detente.lenses.conflict.inverse.groups import Range, Revision
    from detente.lenses.conflict.inverse.inverse import Inverse


def told(inverse: Inverse, part: Revision) -> tuple[str, ...]:
    """Return what one decision maker would have to change, a clause for each thing, as in "it put A before B"."""
    repeated = _repeated(inverse, part)
    gone = [k for k in _gone(inverse, part) if k not in repeated.values()]
    clauses = [f"no longer wanted {_item(inverse, part.maker, k)}" for k in gone]
    clauses += _turned(inverse, part)
    for number, (wish, span) in enumerate(zip(part.wishes, part.spans, strict=True)):
        words = condition(inverse.analysis, str(inverse.varied.wishes[wish]))
        where = _where(inverse, part, span)
        clauses.append(f"put {words} {where}".rstrip() if number in repeated else f"also wanted {words}, {where}")
    return tuple(clause.rstrip(", ") for clause in clauses)


def sentence(inverse: Inverse, parts: Sequence[Revision]) -> str:
    """Return what everybody would have to change: "North put A before B, and South no longer wanted C"."""
    names = maker_names(inverse.analysis)
    return ", and ".join(f"{names[part.maker]} {listed(told(inverse, part))}" for part in parts)


def claims(inverse: Inverse, part: Revision) -> tuple[Claim, ...]:
    """Return the statements that go or change places."""
    moved = {k for pair in _inverted(part.kept) for k in pair}
    touched = [inverse.stated(part.maker, k) for k in sorted({*_gone(inverse, part), *moved})]
    return tuple(each for each in touched if each is not None)


def _inverted(kept: Sequence[int]) -> list[tuple[int, int]]:
    """Return the pairs that change their order: the one that then comes first, and the other."""
    return [(first, other) for place, first in enumerate(kept) for other in kept[place + 1 :] if other < first]


def _gone(inverse: Inverse, part: Revision) -> list[int]:
    return [k for k in range(inverse.varied.preferences[part.maker].count) if k not in part.kept]


def _item(inverse: Inverse, maker: int, item: int) -> str:
    stated = inverse.stated(maker, item)
    if stated is None:
        return inverse.varied.labels[maker][item]
    words = condition(inverse.analysis, stated.when)
    return words if isinstance(parse(stated.when), Name | Not | Pattern) else f"({words})"


def _turned(inverse: Inverse, part: Revision) -> Iterator[str]:
    """Yield which statements change places, told by those that move up or by those that move down, if fewer."""
    pairs = _inverted(part.kept)
    up = {first: [b for a, b in pairs if a == first] for first, _ in pairs}
    down = {other: [a for a, b in pairs if b == other] for _, other in pairs}
    word, moves = ("before", up) if len(up) <= len(down) else ("after", down)
    for item, passed in moves.items():
        others = [_item(inverse, part.maker, k) for k in sorted(passed)]
        yield f"put {_item(inverse, part.maker, item)} {word} {listed(others)}"


def _repeated(inverse: Inverse, part: Revision) -> dict[int, int]:
    """Return which of the wishes put in say what a statement says already, and which one."""
    statements, wishes = said(inverse.varied.preferences[part.maker], inverse.analysis.model.engine.feasible)
    return {n: statements.index(wishes[w]) for n, w in enumerate(part.wishes) if wishes[w] in statements}


def _where(inverse: Inverse, part: Revision, span: Range) -> str:
    low, high = span
    last = len(part.kept)
    if (low, high) == (0, last):
        return "at any place" if last else ""
    if (low, high) == (0, 0):
        return "above all"
    if low == high == last:
        return "after all else"
    before = "" if high == last else f"before {_item(inverse, part.maker, part.kept[high])}"
    after = "" if not low else f"after {_item(inverse, part.maker, part.kept[low - 1])}"
    return f"just {before}" if low == high else " and ".join(word for word in (after, before) if word)
