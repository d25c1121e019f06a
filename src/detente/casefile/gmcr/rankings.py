"""Rankings of a ``.gmcr`` file: states as numbers, best first.

The numbers count the *feasible* states from 1, in ascending order of the sum of ``2**k`` over the options ``k``
that are taken, so that the first option of the file is the lowest bit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.casefile.gmcr.nodes import Node, Reading, listing, plain
from detente.casefile.import_rules import BAD_NUMBER, BAD_RANKING, BAD_SHAPE, READ_AS
from detente.methods.gmcr.preference.parser import read
from detente.methods.gmcr.preference.state_sets import members, state_set
from detente.methods.gmcr.states import state_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.casefile.yaml_text.builder import Tree

_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Numbering:
    """What the numbers of states in a file stand for.

    Attributes
    ----------
    order
        The options of the file, by number, in the order in which the case has them.
    sums
        For each feasible state in turn the sum of ``2**k`` over its options; ``None`` where mistakes elsewhere in
        the file leave open which states are feasible.
    """

    order: Sequence[int]
    sums: Sequence[int] | None

    @property
    def count(self) -> int:
        """How many states there are at most."""
        return 1 << len(self.order) if self.sums is None else len(self.sums)

    def name(self, number: int) -> str:
        """Return a state as a case writes it, by its number from 1."""
        taken = number - 1 if self.sums is None else self.sums[number - 1]
        return "".join("Y" if taken >> k & 1 else "N" for k in self.order)


def feasible_sums(infeasible: Sequence[str], ids: Sequence[str]) -> tuple[int, ...]:
    """Return the feasible states as sums of ``2**k``, ascending.

    Parameters
    ----------
    infeasible
        What cannot be, as a case writes it.
    ids
        The options as a case names them, in the order of the file.

    Raises
    ------
    TooManyStatesError
        If there are too many options to list their states.
    """
    lowest_last = ids[::-1]  # in sets of states, the last option is the lowest bit
    feasible = (1 << state_count(len(ids))) - 1
    for when in infeasible:
        feasible &= ~state_set(read(when), lowest_last)
    return tuple(members(feasible))


def read_ranking(reading: Reading, node: Node, numbering: Numbering) -> Tree:
    """Return a ranking as a case writes it; numbers of no state, repeated and missing ones are problems.

    Parameters
    ----------
    reading
        The file.
    node
        A list of numbers, and of lists of numbers whose states are equally preferred.
    numbering
        What the numbers stand for.
    """
    groups = []
    seen: set[int] = set()
    before = len(reading.problems)
    for each in reading.listed(node, "states"):
        tied = list(each.items()) if isinstance(each.value, list) else [each]
        numbers = [(state, number) for state in tied if (number := _number(reading, state, numbering))]
        for state, number in numbers:
            if number in seen:
                reading.report(BAD_RANKING, state, f"state {number} stands here a second time")
            seen.add(number)
        if numbers:
            groups.append(listing(each.span, [plain(numbering.name(k), state.span) for state, k in numbers]))
    if numbering.sums is not None and len(reading.problems) == before:
        _report_missing(reading, node, [k for k in range(1, numbering.count + 1) if k not in seen])
    for each in reading.listed(node, "states"):
        if each.value == []:
            reading.report(READ_AS, each, "a group without states is passed over", "see whether a state is missing")
    return listing(node.span, groups)


def _number(reading: Reading, node: Node, numbering: Numbering) -> int | None:
    number = node.value
    if isinstance(number, bool) or not isinstance(number, int):
        reading.report(BAD_SHAPE, node, f"expected the number of a state, got {node.shown()}")
        return None
    if not 1 <= number <= numbering.count:
        which = "state" if numbering.sums is None else "feasible state"
        message = f"there is no {which} {number}; {which}s are numbered 1 to {numbering.count}"
        hint = "by ascending sum of 2^k over the options k that are taken, without states that cannot be"
        reading.report(BAD_NUMBER, node, message, hint)
        return None
    return number


def _report_missing(reading: Reading, node: Node, missing: Sequence[int]) -> None:
    if not missing:
        return
    shown = ", ".join(map(str, missing[:_SHOWN])) + (", …" if len(missing) > _SHOWN else "")
    what = "feasible state" if len(missing) == 1 else f"{len(missing)} feasible states:"
    reading.report(BAD_RANKING, node, f"the ranking leaves out {what} {shown}", "rank every feasible state once")
