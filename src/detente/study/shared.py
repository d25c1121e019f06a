"""What is worked out of parts of a case: moments at which these parts are equal share it."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.study.corridor import CorridorStudy
    from detente.study.verdicts import Verdicts

_T = TypeVar("_T")


class Shared(Generic[_T]):
    """What was worked out, each with what it was worked out of.

    Records have no hash, so equal ones are looked for; most parts of equal ones are the very same, which is quick.
    """

    def __init__(self) -> None:
        self._known: list[tuple[tuple[object, ...], _T]] = []
        self._before: list[tuple[tuple[object, ...], _T]] = []

    def once(self, work: Callable[[], _T], *of: object) -> _T:
        """Return what ``work`` returns, or did when all that it is worked out of was equal."""
        for parts, found in self._known:
            if _same(parts, of):
                return found
        before = [found for parts, found in self._before if _same(parts, of)]
        made = before[0] if before else work()
        self._known.append((of, made))
        return made

    def turn(self) -> None:
        """Begin with another version of a case: what it asks for again is kept, and the rest goes with the next."""
        self._known, self._before = [], self._known


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Whether parts say the very same: equal mappings may stand in another order, which shows in what is said."""
    return one == other and (all(map(operator.is_, one, other)) or repr(one) == repr(other))


class Kept:
    """What is worked out of parts of a case: for all moments, and all versions, in which they are the same.

    Attributes
    ----------
    conflicts, corridors, regions
        What is worked out of conflicts, corridors and regions.
    """

    def __init__(self) -> None:
        self.regions: Shared[Any] = Shared()
        self.conflicts: Shared[Verdicts] = Shared()
        self.corridors: Shared[CorridorStudy] = Shared()

    def turn(self) -> None:
        """Begin with another version of the case; see :meth:`Shared.turn`."""
        self.conflicts.turn()
        self.corridors.turn()
        self.regions.turn()
