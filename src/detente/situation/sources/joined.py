"""Joined: several observations of one date as one, which holds what each of them says."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from detente.case.measure import Observation
from detente.case.value import Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.case.measure import Comparator


def joined(several: Sequence[Observation]) -> Observation:
    """Return observations of one date as one: from the least that any says to the most, on all that they rest on.

    Where all say the same number, some with a word that softens it, the softened one holds what all say.
    """
    first = several[0]
    if len(several) == 1:
        return first
    least, most = min(seen.least for seen in several), max(seen.most for seen in several)
    rough: list[Comparator] = sorted(seen.comparator for seen in several if seen.comparator and seen.is_rough)
    comparator: Comparator | None = rough[0] if rough else None
    if least == -inf and most == inf:
        least, most = min(seen.value.low for seen in several), max(seen.value.high for seen in several)
        comparator = "about"
    elif most == inf:
        comparator, most = "at-least", least
    elif least == -inf:
        comparator, least = "at-most", most
    cites = tuple({str(cite): cite for seen in several for cite in seen.cites}.values())
    notes = dict.fromkeys(seen.note for seen in several if seen.note)
    value = Value(low=least, high=most)
    return Observation(value=value, date=first.date, comparator=comparator, cites=cites, note=" ".join(notes) or None)
