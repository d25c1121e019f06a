"""KTAB's CSV: actor, description, capability, then a position and a salience for each dimension.

Positions and saliences are percent. An interval gives its middle, which is what it is on average; what is not stated
is left empty, for the user to fill in.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from detente.exports.actor_table import as_text, one_line, stakes, unique_names, written
from detente.exports.export import Export
from detente.lenses.chronicle.options import ChronicleOptions

if TYPE_CHECKING:
    from detente.findings import Findings

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
    model = findings.document["model"]
    actors, issues = stakes(model)
    issues = [issue for issue in issues if any(issue["id"] in actor["positions"] for actor in actors)]
    heads = [f"{name} {what}" for name in unique_names(issues) for what in ("Position", "Salience")]
    rows: list[list[object]] = [
        [one_line(model["title"]), "", len(actors), len(issues), *[""] * (len(heads) - 1)],
        ["Actor", "Description", "Capability", *heads],
    ]
    for actor, name in zip(actors, unique_names(actors), strict=True):
        held = [(issue, actor["positions"].get(issue["id"], {})) for issue in issues]
        numbers = [_percent(each.get(key), ends) for issue, each in held for key, ends in _columns(issue)]
        rows.append([name, one_line(actor["note"] or ""), _middle(actor["capability"]), *numbers])
    return [as_text(rows)]


def _columns(issue: Mapping[str, Any]) -> list[tuple[str, tuple[float, float]]]:
    """Return what stands in the columns of an issue, and between which ends it lies."""
    return [("value", (issue["low"], issue["high"])), ("salience", (0, 1))]


def _percent(value: Any, ends: tuple[float, float]) -> int | float | None:
    middle, (low, high) = _middle(value), ends
    return None if middle is None else written(round(100 * (middle - low) / (high - low), _DIGITS))


def _middle(value: Any) -> int | float | None:
    if value is None:
        return None
    parts = list(value.values()) if isinstance(value, Mapping) else value if isinstance(value, list) else [value]
    return written(sum(parts) / len(parts))


EXPORT = Export("KTAB", ".csv", _LEAVES_OUT, write, "chronicle", ChronicleOptions(model=True))
