"""What formats of the matrix of a region share."""

from __future__ import annotations

from detente.lenses.system.options import SystemOptions

ASKS = SystemOptions(matrix=True)

LEAVES_OUT = (
    "requirements, closed states, background, the ends of intervals, of which the middle is written; whose judgement "
    "each effect is, kinds, pace and order of descriptors, histories, tripwires, gates, shocks, evidence, sources, "
    "reasons, dates"
)
