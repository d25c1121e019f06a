"""Packages: which combinations of outcomes beat no deal for everybody, and who blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.settlement.part import Part

if TYPE_CHECKING:
    from detente.lenses.settlement.options import SettlementOptions
    from detente.situation import Situation


def part(situation: Situation, options: SettlementOptions) -> Part:
    """Return what can be said of the packages."""
    del situation, options
    return Part((), {"packages": None})
