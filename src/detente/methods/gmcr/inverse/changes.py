"""Changes of what one decision maker prefers, and the edits that they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

import numpy as np

from detente.methods.gmcr.preference.blocks import block_numbers, split

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.methods.gmcr.arrays import Bool, Ordinal


class Kind(StrEnum):
    """Which edits somebody's preferences allow."""

    STATEMENTS = "statements"
    """Neighbours change places, a statement goes, a wish is put in."""

    RANKING = "ranking"
    """Neighbouring groups change places."""

    FIXED = "fixed"
    """None."""


@dataclass(frozen=True, slots=True, eq=False)
class Changeable:
    """What one decision maker prefers, and how that may be changed.

    Attributes
    ----------
    kind
        Which edits are allowed.
    truths
        In which states each statement is true, most important first; none unless ``STATEMENTS``. [shape (k, S)]
    wishes
        In which states each wish is true that may be put in; none unless ``STATEMENTS``. [shape (L, S)]
    payoff
        Its payoffs as they are; in a ranking the best group is highest, and no level is empty. [shape (S,)]
    above
        In which states what matters above all is true, which no edit touches; ``None`` where nothing does.
        [shape (S,)]
    runs
        How many neighbouring statements count alike, most important first; each by itself where this is empty.
    """

    kind: Kind
    truths: Bool
    wishes: Bool
    payoff: Ordinal
    above: Bool | None = None
    runs: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        """How many statements or ranked groups there are."""
        return int(self.payoff.max()) + 1 if self.kind is Kind.RANKING else len(self.truths)

    @property
    def blocks(self) -> tuple[int, ...]:
        """The number of the block that each statement or group counts in."""
        return block_numbers(self.runs or (1,) * self.count)


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit of a list, made after those before it.

    Attributes
    ----------
    kind
        Two neighbours change places, one goes, or a wish is put in.
    items
        The statements or groups by number: of a swap the one that then comes first and the one it passes; of those
        that count alike, and so move together, the first.
    wish
        The wish that is put in, by number.
    before
        The statement right before which it is put; ``None`` for the end of the list.
    """

    kind: Literal["swap", "remove", "insert"]
    items: tuple[int, ...] = ()
    wish: int | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A list after its edits.

    Attributes
    ----------
    kept
        The statements or groups that stay, by number, in their new order.
    added
        The wishes put in: the place among those kept, ascending, and the wish's number; several at one place
        stand in this order.
    """

    kept: tuple[int, ...]
    added: tuple[tuple[int, int], ...] = ()

    def edits(self, blocks: Sequence[int]) -> tuple[Edit, ...]:
        """Return the edits that make a list this one: what goes, what swaps, what comes in.

        Parameters
        ----------
        blocks
            The number of the block of each item of the list.
        """
        gone = [Edit("remove", (k,)) for k in range(len(blocks)) if k not in self.kept]
        ends = (*self.kept, None)
        firsts = [block[0] for block in split(self.kept, blocks)]
        return (*gone, *_swaps(firsts), *(Edit("insert", (), wish, ends[place]) for place, wish in self.added))

    @property
    def rank(self) -> tuple[int, int, tuple[int, ...], tuple[tuple[int, int], ...]]:
        """A key to sort by: first what only swaps, then what leaves something out, then what puts something in."""
        return len(self.added), -len(self.kept), self.kept, self.added

    def identity(
        self, statements: Sequence[int], wishes: Sequence[int], blocks: Sequence[int]
    ) -> tuple[tuple[int, ...], ...]:
        """Return the list by what its items say, given what each statement and each wish says.

        Items that count alike are told together, in no order.
        """
        said: list[tuple[int, ...]] = []
        rest = list(self.added)
        place = 0
        for block in (*split(self.kept, blocks), ()):
            while rest and rest[0][0] == place:
                said.append((wishes[rest.pop(0)[1]],))
            said += [tuple(sorted(statements[k] for k in block))] if block else []
            place += len(block)
        return tuple(said)


def _swaps(order: Sequence[int]) -> Iterator[Edit]:
    """Yield swaps of neighbours that bring ascending numbers into an order, as few as possible."""
    now = sorted(order)
    for place, item in enumerate(order):
        for at in range(now.index(item), place, -1):
            yield Edit("swap", (item, now[at - 1]))
            now[at - 1 : at + 1] = item, now[at - 1]


def said(changeable: Changeable, feasible: Bool) -> tuple[list[int], list[int]]:
    """Return one number for what each statement, and each wish, says of the feasible states: alike if equal.

    Groups of a ranking are all different.
    """
    if changeable.kind is not Kind.STATEMENTS:
        return list(range(changeable.count)), []
    known: dict[bytes, int] = {}
    tables = (np.packbits(table[:, feasible], axis=1) for table in (changeable.truths, changeable.wishes))
    first, second = ([known.setdefault(row.tobytes(), len(known)) for row in table] for table in tables)
    return first, second
