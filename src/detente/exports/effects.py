"""What formats of the matrix of a region share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.exports.export import ExportError
from detente.lenses.system.matrix import Matrix
from detente.lenses.system.options import SystemOptions

if TYPE_CHECKING:
    from detente.findings import Findings

ASKS = SystemOptions(matrix=True)

LEAVES_OUT = (
    "requirements, closed states, background, the ends of intervals, of which the middle is written; whose judgement "
    "each effect is, kinds, pace and order of descriptors, histories, tripwires, gates, shocks, evidence, sources, "
    "reasons, dates"
)


def matrix_of(findings: Findings) -> Matrix:
    """Return the matrix of a region.

    Raises
    ------
    ExportError
        If the case has no region at the date.
    """
    matrix = findings.found(Matrix)
    if matrix is None:
        raise ExportError("the case has no descriptors at this date, and so no matrix of what they do to each other")
    return matrix
