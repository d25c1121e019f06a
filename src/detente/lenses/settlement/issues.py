"""Issue by issue: where a settlement would lie on each scale, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.settlement.part import Part

if TYPE_CHECKING:
    from detente.lenses.settlement.options import SettlementOptions
    from detente.situation import Situation


def part(situation: Situation, options: SettlementOptions) -> Part:
    """Return what can be said of the issues."""
    del situation, options
    return Part((), {"issues": {}})
