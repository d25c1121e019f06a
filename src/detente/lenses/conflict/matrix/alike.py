"""What is alike for all outcomes, in sentences instead of columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.conflict.matrix.criteria import NO, YES
from detente.lenses.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.conflict.matrix.results import Matrix

_FIRM = {
    "survives": (YES, "after each small change of a wish"),
    "open": (NO, "however open questions are answered"),
    "readings": (NO, "by each side's reading"),
}
"""By test, what it says of an outcome that holds in other circumstances, too, and of which."""


def alike(found: Matrix) -> Iterator[str]:
    """Yield what each test says that all outcomes pass or fail alike, and whether answers change anything."""
    same = found.alike
    firm = [words for key, (cell, words) in _FIRM.items() if key in same and same[key].words == cell]
    if firm:
        yield f"What holds would also hold {listed(firm)}."
    held = "holds" in same and same["holds"].words == YES
    yield from (cell.of_all for key, cell in same.items() if cell.of_all and not (held and key == "answered"))
    if found.unanswered and not held:
        yield "Counting the answers of others changes none of this."
