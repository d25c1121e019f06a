"""What a bargaining rule on packages must provide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.methods.bargaining.packages.space import Mask, Numbers


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that chooses among packages that nobody has a better alternative to.

    A module in ``rules/`` that defines ``RULE`` adds one; nothing else has to know of it.

    Attributes
    ----------
    key
        Its name in code and in JSON.
    order
        Its place in lists. The first rule leads: draws, ends of intervals and headlines are about what it chooses.
    name, whose
        What it is called in tables, and before "rule" in a sentence, as "Nash’s" is.
    meaning
        What it chooses, in words.
    references
        Keys of ``docs/references.bib``.
    choose
        ``choose(gains, power)``: the packages that it chooses, all that tie, and none where the zone of possible
        agreement is empty. It is given by how much each package beats each party's alternative [shape (..., parties,
        packages)], and the bargaining weights, not negative [shape (..., parties)]. [shape (..., packages)]
    """

    key: str
    order: int
    name: str
    whose: str
    meaning: str
    references: tuple[str, ...]
    choose: Callable[[Numbers, Numbers], Mask]
