"""ScenarioWizard's project file: descriptors and their states in words, then the matrix of cross impacts.

Six parts, each closed by ``#``: names, short names, nothing, a colour for each state, nothing, and the matrix, to which
notes follow. Short names and notes are left empty, as the program itself leaves them where nobody gave any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.exports.effects import ASKS, LEAVES_OUT
from detente.exports.export import Export
from detente.exports.tables.actor_table import one_line
from detente.lenses.system.matrix import Matrix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.findings import Findings

_WHITE = "FFFFFF"
_NO_NOTE = '""'


def write(findings: Findings) -> Iterator[str]:
    """Yield the file."""
    matrix = findings.result(Matrix)
    yield f"$ ScenarioWizard 4.0\n{matrix.case}.scw\n"
    for part in (_names(matrix), _short_names(matrix), (), [_WHITE] * len(matrix.effects), (), _rows(matrix)):
        yield "".join(f"{line}\n" for line in (*part, "#"))
    yield "".join(f"{line}\n" for line in (*_notes(len(matrix.descriptors)), "#", "#"))


def _names(matrix: Matrix) -> Iterator[str]:
    for each in matrix.descriptors:
        yield f"&{one_line(each.name)}"
        yield from (f" -{one_line(state.name)}" for state in each.states)


def _short_names(matrix: Matrix) -> Iterator[str]:
    for each in matrix.descriptors:
        yield "&"
        yield from [" "] * len(each.states)


def _rows(matrix: Matrix) -> Iterator[str]:
    return (",".join(f"{effect:2} " for effect in row) for row in matrix.effects)


def _notes(descriptors: int) -> Iterator[str]:
    """Yield the places of notes: on the whole, on each descriptor, and on each couple of them; the matrix ends here."""
    for place in (" 0-0", *[" "] * descriptors, *["  -> "] * descriptors**2):
        yield f"#{place}"
        yield _NO_NOTE


EXPORT = Export("ScenarioWizard", ".scw", LEAVES_OUT, write, "system", ASKS)
