"""What a caller may ask of the chronicle lens."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChronicleOptions:
    """What exports ask for.

    Attributes
    ----------
    model
        Whether the document holds the key ``model``, who stands where on which scale, in numbers; the records of
        sources, events and commitments are found with it.
    """

    model: bool = False
