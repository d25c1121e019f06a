"""Specs: what a figure draws, in numbers and words; outputs decide how."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spec:
    """What every specification of a figure extends; an output finds its way to draw one by its class."""
