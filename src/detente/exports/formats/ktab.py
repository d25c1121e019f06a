"""KTAB's CSV: actor, description, capability, then a position and a salience for each dimension.

Positions and saliences are percent. An interval gives its middle, which is what it is on average; what is not stated
is left empty, for the user to fill in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.exports.export import Export
from detente.exports.tables.actor_table import as_text, ends, one_line, stakes, unique_names, written
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.positions.model import PositionsModel

if TYPE_CHECKING:
    from detente.findings import Findings
    from detente.lenses.chronicle.number import Number
    from detente.lenses.chronicle.positions.model import ScaledIssue, Stakeholder

_DIGITS = 12
_LEAVES_OUT = (
    "the ends of intervals, of which the middle is written; scales, of which positions become percent; "
    "capabilities on single issues, sources, reasons, dates, kinds of actors, positions in words, issues without a "
    "scale; KTAB wants a number where a cell is empty"
)


def write(findings: Findings) -> list[str]:
    """Return the file; the same findings give the same text.

    Raises
    ------
    ExportError
        If nobody holds a position with a number.
    """
    model = findings.result(PositionsModel)
    actors, scales = stakes(model)
    issues = [issue for issue in scales if any(issue.id in actor.positions for actor in actors)]
    heads = [f"{name} {what}" for name in unique_names(issues) for what in ("Position", "Salience")]
    rows: list[list[object]] = [
        [one_line(model.title), "", len(actors), len(issues), *[""] * (len(heads) - 1)],
        ["Actor", "Description", "Capability", *heads],
    ]
    for actor, name in zip(actors, unique_names(actors), strict=True):
        numbers = [number for issue in issues for number in _percents(actor, issue)]
        rows.append([name, one_line(actor.note or ""), _middle(actor.capability), *numbers])
    return [as_text(rows)]


def _percents(actor: Stakeholder, issue: ScaledIssue) -> tuple[int | float | None, ...]:
    """Return position and salience of an actor on an issue."""
    held = actor.positions.get(issue.id)
    if held is None:
        return None, None
    return _percent(held.value, issue.low, issue.high), _percent(held.salience, 0, 1)


def _percent(value: Number | None, low: float, high: float) -> int | float | None:
    middle = _middle(value)
    return None if middle is None else written(round(100 * (middle - low) / (high - low), _DIGITS))


def _middle(value: Number | None) -> int | float | None:
    if value is None:
        return None
    parts = ends(value)
    return written(sum(parts) / len(parts))


EXPORT = Export("KTAB", ".csv", _LEAVES_OUT, write, "chronicle", ChronicleOptions(model=True))
