"""Families: solution concepts that differ only in how many moves they look ahead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.methods.gmcr.stability.concept import Concept


@dataclass(frozen=True, slots=True)
class Family:
    """A concept for every horizon, the number of moves looked ahead.

    Attributes
    ----------
    prefix
        What the keys begin with; the horizon follows.
    order
        Place in lists.
    most
        The farthest horizon; the nearest is 1.
    of
        ``of(horizon)``: the concept, whose key is the prefix with the horizon.
    """

    prefix: str
    order: int
    most: int
    of: Callable[[int], Concept]

    @property
    def key(self) -> str:
        """How the keys are written: the prefix, and a sign for the horizon."""
        return f"{self.prefix}<h>"

    def claims(self, key: str) -> bool:
        """Whether a key looks like one of the family's, its horizon missing or not one that the family has."""
        return re.fullmatch(rf"{self.prefix}[0-9]*", key) is not None

    def called(self, key: str) -> Concept | None:
        """Return the concept of a key, or ``None`` if the family has none."""
        digits = re.fullmatch(rf"{self.prefix}([1-9][0-9]*)", key)
        if digits is None or len(digits[1]) > len(str(self.most)) or int(digits[1]) > self.most:
            return None
        return self.of(int(digits[1]))
