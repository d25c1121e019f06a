"""CSV: what each state of a region does to each other one, a row for each that acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.exports.effects import ASKS, LEAVES_OUT
from detente.exports.export import Export
from detente.exports.tables.actor_table import as_text
from detente.lenses.system.matrix import Matrix

if TYPE_CHECKING:
    from detente.findings import Findings


def write(findings: Findings) -> list[str]:
    """Return the file; states are called by their ids, as ``descriptor.state``."""
    matrix = findings.result(Matrix)
    states = [f"{each.id}.{state.id}" for each in matrix.descriptors for state in each.states]
    rows = [[state, *effects] for state, effects in zip(states, matrix.effects, strict=True)]
    return [as_text([["from", *states], *rows])]


EXPORT = Export("a table of effects", ".csv", f"names, {LEAVES_OUT}", write, "system", ASKS)
