"""Rankings of a ``.gmcr`` file: states as decimal numbers, best first.

A state is the sum of ``2**k`` over the options ``k`` that are taken, so that the first option of the file is
the lowest bit. This is how GMCR+ numbers states as we remember it; its documentation was not at hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.casefile.gmcr.nodes import Node, Reading, listing, plain
from detente.casefile.import_rules import BAD_NUMBER, BAD_SHAPE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.casefile.yaml_tree import Tree


def read_ranking(reading: Reading, node: Node, order: Sequence[int]) -> Tree:
    """Return a ranking as a case writes it; states with mistakes are problems.

    Parameters
    ----------
    reading
        The file.
    node
        A list of numbers, and of lists of numbers whose states are equally preferred.
    order
        The options of the file, by number, in the order in which the case has them.
    """
    groups = []
    for each in reading.listed(node, "states"):
        tied = list(each.items()) if isinstance(each.value, list) else [each]
        states = [plain(name, state.span) for state in tied if (name := _state(reading, state, order))]
        if states:
            groups.append(listing(each.span, states))
    return listing(node.span, groups)


def _state(reading: Reading, node: Node, order: Sequence[int]) -> str:
    number = node.value
    if isinstance(number, bool) or not isinstance(number, int):
        reading.report(BAD_SHAPE, node, f"expected the number of a state, got {node.shown()}")
        return ""
    if number < 0 or number.bit_length() > len(order):
        reading.report(BAD_NUMBER, node, f"{number} is no state of {len(order)} options")
        return ""
    return "".join("Y" if number >> k & 1 else "N" for k in order)
