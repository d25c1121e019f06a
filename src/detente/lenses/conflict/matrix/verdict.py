"""The verdict of the matrix in one sentence: which outcomes would be better for everybody, and which would last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.lenses.conflict.concepts import NASH
from detente.lenses.conflict.engine.explicit import Explicit
from detente.lenses.conflict.headlines import fitting
from detente.lenses.conflict.matrix.criteria import undoing
from detente.lenses.wording import counted, listed
from detente.study.status_quo import CREDIBLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.lenses.conflict.engine.symbolic import Symbolic
    from detente.lenses.conflict.matrix.results import Matrix
    from detente.lenses.conflict.matrix.rows import Outcome


def headline(analysis: Explicit | Symbolic, matrix: Matrix) -> str:
    """Return which outcomes pass what matters most: better for everybody, and left by nobody."""
    if not _named(matrix):
        return _of_all(analysis) if isinstance(analysis, Explicit) else _share(analysis)
    lasting = [each for each in matrix.passing("answered") if not undoing(analysis, each.state)]
    if "better" not in matrix.cells or len(matrix.outcomes) < 2:
        return _lasting(lasting, matrix)
    better = matrix.passing("better")
    both = [each for each in better if each in lasting]
    if not better:
        return "No outcome looked at would be better for everybody than the status quo."
    if not both:
        return fitting(*(f"{_rather(who)}, but somebody would leave." for who in _called(better)))
    firm = matrix.passing("holds")
    how = "gain by leaving" if all(each in firm for each in both) else "leave, as others would answer"
    said = [f"{_rather(who)}, and nobody would {how}." for who in _called(both)]
    alone = [each for each in matrix.passing("groups") if each in both]
    if len(alone) == 1 < len(both):
        most = f"Everybody would rather have any of {len(both)} outcomes, and nobody would leave"
        said.insert(0, f"{most}; no group would leave “{alone[0].name}”, either.")
    return fitting(*said)


def _named(matrix: Matrix) -> bool:
    return bool(matrix.outcomes) and all(each.named for each in matrix.outcomes)


def _rather(who: str) -> str:
    return f"Everybody would rather have {who} than the status quo"


def _lasting(lasting: Sequence[Outcome], matrix: Matrix) -> str:
    """Return which of the outcomes nobody would leave."""
    among = f"{counted(len(matrix.outcomes), 'outcome')} looked at"
    if not lasting:
        every = all(cell.failed for cell in matrix.cells["answered"])
        return f"Somebody would leave each of the {among}." if every else f"None of the {among} is sure to last."
    return fitting(f"Nobody would leave {_called(lasting)[0]}.", f"Nobody would leave {len(lasting)} of the {among}.")


def _of_all(analysis: Explicit) -> str:
    """Return how many outcomes nobody would leave, of all that are possible."""
    equilibria, stuck = analysis.stability.equilibria, analysis.irreversible
    left_by_nobody = np.union1d(equilibria[NASH], equilibria[CREDIBLE])
    among = counted(int(analysis.states.size), "possible outcome")
    number = int(np.count_nonzero(~stuck[left_by_nobody]))
    if not left_by_nobody.size:
        return "Somebody would leave every outcome that is possible."
    if not number:
        return f"Nobody leaves {left_by_nobody.size} of the {among}, only because they cannot be undone."
    which = f"{'any' if number == analysis.states.size else number} of the {among}"
    if left_by_nobody.size > equilibria[NASH].size:
        return f"Counting what others would answer, nobody would leave {which}."
    return f"Nobody would leave {which}."


def _share(analysis: Symbolic) -> str:
    """Return what share of all outcomes that are possible nobody would leave, as far as that was worked out."""
    found = next((analysis.equilibria[key] for key in (CREDIBLE, NASH) if key in analysis.equilibria), None)
    if found is None:
        return "Whether anybody would leave an outcome is not determined."
    if not found.count:
        return "Somebody would leave every outcome that is possible."
    share = found.count / analysis.stability.feasible.count
    much = f"{100 * share:.2g} %" if share >= 0.0001 else "less than 0.01 %"
    return f"Counting what others would answer, nobody would leave {much} of the possible outcomes."


def _called(found: Sequence[Outcome]) -> tuple[str, str]:
    """Return some outcomes by name, and in short."""
    names = listed([f"“{each.name}”" for each in found], last="or")
    return names, "one outcome" if len(found) == 1 else f"any of {len(found)} outcomes"
