"""Cubes: a set of states as disjoint patterns in which some options are fixed and the rest are free."""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from oxidd.bcdd import BCDDFunction

    Fixed = tuple[tuple[int, str], ...]


def widest_cubes(function: BCDDFunction, n: int) -> Iterator[str]:
    """Yield the patterns of a diagram's paths, those that fix the fewest options first.

    Parameters
    ----------
    function
        A diagram over the variables 0 to ``n - 1``.
    n
        The length of a pattern: one mark per variable, Y true, N false, ``-`` either.
    """
    lengths = _shortest(function)
    turn = count()
    pending: list[tuple[int, int, BCDDFunction, Fixed]] = []

    def push(node: BCDDFunction, fixed: Fixed) -> None:
        if node in lengths:
            heappush(pending, (len(fixed) + lengths[node], next(turn), node, fixed))

    push(function, ())
    while pending:
        _, _, node, fixed = heappop(pending)
        variable = node.node_var()
        if variable is None:
            marks = dict(fixed)
            yield "".join(marks.get(k, "-") for k in range(n))
            continue
        for mark, below in zip("YN", node.cofactors() or (), strict=True):
            push(below, (*fixed, (variable, mark)))


def _shortest(function: BCDDFunction) -> dict[BCDDFunction, int]:
    """Return for each node from which truth can be reached how many options the shortest way there fixes."""
    below = {function: function.cofactors()}
    pending = [function]
    while pending:
        for each in below[pending.pop()] or ():
            if each not in below:
                below[each] = each.cofactors()
                pending.append(each)
    found = {node: 0 for node, parts in below.items() if parts is None and node.satisfiable()}
    inner = [node for node, parts in below.items() if parts is not None]
    for node in sorted(inner, key=lambda node: node.node_level() or 0, reverse=True):
        reached = [found[each] for each in below[node] or () if each in found]
        if reached:
            found[node] = 1 + min(reached)
    return found
