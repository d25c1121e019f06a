"""The matrix: which outcome passes which test, and by whom it fails."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.lenses.conflict.engine.choice import subject
from detente.lenses.conflict.matrix.criteria import UNTRIED, YES, Cell, Criterion, criteria
from detente.lenses.conflict.matrix.rows import MOST_ROWS, Outcome, outcomes

if TYPE_CHECKING:
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look


@dataclass(frozen=True, slots=True)
class Matrix:
    """Outcomes and what each test says of them.

    Attributes
    ----------
    outcomes
        The outcomes that are tested.
    criteria
        The tests.
    cells
        By test, what it says of each outcome.
    more
        Outcomes that there is no room for.
    """

    outcomes: tuple[Outcome, ...]
    criteria: tuple[Criterion, ...]
    cells: Mapping[str, tuple[Cell, ...]]
    more: tuple[Outcome, ...] = ()

    def passing(self, key: str) -> list[Outcome]:
        """Return the outcomes that pass a test; none where it was not tried."""
        found = self.cells.get(key, ())
        return [outcome for outcome, cell in zip(self.outcomes, found, strict=False) if cell.words == YES]

    @property
    def telling(self) -> tuple[Criterion, ...]:
        """The tests that not all outcomes pass or fail alike, where the same is not told by another."""
        differing = [each for each in self.criteria if len(self._tried(each.key)) > 1]
        return tuple(each for each in differing if each.key != "answered" or not self.unanswered)

    @property
    def alike(self) -> Mapping[str, Cell]:
        """What each test says that all outcomes pass or fail alike."""
        said = {key: self._tried(key) for key in self.cells}
        return {key: found[0] for key, found in said.items() if len(found) == 1}

    @property
    def unanswered(self) -> bool:
        """Whether counting the answers of others changes nothing: whoever gains by leaving leaves."""
        pairs = list(zip(self.cells["holds"], self.cells["answered"], strict=True))
        same = (answered.failed if own.failed else answered.words == YES for own, answered in pairs)
        return bool(pairs) and all(same)

    def _tried(self, key: str) -> list[Cell]:
        return [cell for cell in dict.fromkeys(self.cells[key]) if cell != UNTRIED]


def matrix(look: Look[ConflictOptions]) -> Matrix:
    """Return what the tests say of the outcomes."""
    analysis = subject(look)
    found = outcomes(analysis, look)
    shown, tested = found[:MOST_ROWS], tuple(criteria(analysis, look))
    cells = {criterion.key: tuple(criterion.cell(outcome.state) for outcome in shown) for criterion in tested}
    return Matrix(shown, tested, cells, found[MOST_ROWS:])
