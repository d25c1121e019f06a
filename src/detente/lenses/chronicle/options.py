"""What a caller may ask of the chronicle lens."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChronicleOptions:
    """Whether the document holds the key ``model``: who stands where on which scale, in numbers."""

    model: bool = False
