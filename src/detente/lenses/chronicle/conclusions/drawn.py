"""The map of arguments: each conclusion below what it rests on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from detente.findings import Figure
from detente.findings.figures.arguments import Arguments, Point
from detente.lenses.wording import counted, shortened

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.findings import Table
    from detente.lenses.chronicle.conclusions.result import Argument

_MOST = 40
"""Points that can be told apart in one picture."""

_LONGEST = 80
"""Letters of what a point says; the list beside the picture has it whole."""


def figure_of(arguments: Mapping[str, Argument], table: Table) -> Figure | None:
    """Return the conclusions below what they rest on; nothing where none rests on anything, or there are too many.

    Of many points, grounds of one conclusion alone are left to the list.
    """
    bearing = Counter(ground.id for argument in arguments.values() for ground in argument.rests_on)
    kept = arguments.keys() | bearing.keys()
    if len(kept) > _MOST:
        kept = arguments.keys() | {name for name, number in bearing.items() if number > 1}
    if not kept & bearing.keys() or len(kept) > _MOST:
        return None
    order = [name for name in _order(arguments) if name in kept]
    words = {ground.id: ground.text for argument in arguments.values() for ground in argument.rests_on}
    points = tuple(_point(name, order[:k], arguments, words) for k, name in enumerate(order))
    spec = Arguments(points)
    return Figure("arguments", "Each conclusion below what it rests on", _description(spec), spec, table)


def _order(arguments: Mapping[str, Argument]) -> list[str]:
    """Return the ids of all points: each conclusion behind what it rests on, else in the order of the case."""
    order: list[str] = []
    met: set[str] = set()

    def put(name: str) -> None:
        if name not in met:
            met.add(name)
            for ground in arguments[name].rests_on if name in arguments else ():
                put(ground.id)
            order.append(name)

    for name in arguments:
        put(name)
    return order


def _point(name: str, before: list[str], arguments: Mapping[str, Argument], words: Mapping[str, str]) -> Point:
    argument = arguments.get(name)
    if argument is None:
        return Point(shortened(words[name], _LONGEST))
    grounds = [ground.id for ground in argument.rests_on]
    return Point(
        shortened(argument.text, _LONGEST),
        tuple(k for k, each in enumerate(before) if each in grounds),
        concluded=True,
        warranted=argument.warrant is not None,
        overturned=argument.overturned_by is not None,
        rivals=len(argument.rivals),
    )


def _description(spec: Arguments) -> str:
    """Return what there is to see: how many conclusions, on what they rest, and what bears most of them."""
    drawn = [point for point in spec.points if point.concluded]
    resting = Counter(k for point in drawn for k in point.rests_on)
    inner = sum(spec.points[k].concluded for point in drawn for k in point.rests_on)
    most, number = max(resting.items(), key=lambda found: (found[1], -found[0]))
    return (
        f"{counted(len(drawn), 'conclusion')} and {counted(len(spec.points) - len(drawn), 'other ground')}; "
        f"{inner} of {counted(resting.total(), 'line')} lead from one conclusion to another. Most rest on "
        f"“{spec.points[most].words}”: {number}. No reason is given for {sum(not each.warranted for each in drawn)}, "
        f"no other reading of {sum(not each.rivals for each in drawn)}."
    )
