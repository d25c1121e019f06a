"""Outlines of countries, from whichever file they come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.methods.geography.clip import clip
from detente.methods.geography.great_circle import Float

Window = tuple[float, float, float, float]
"""Least longitude and latitude, and greatest longitude and latitude [degrees]."""


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """What belongs to a country.

    Attributes
    ----------
    country
        ISO 3166-1 alpha-2 code, or ``None`` where the file says none.
    rings
        Corners of its edges in longitude and latitude [degrees; each shape (n, 2)]: what an odd number of them holds.
    """

    country: str | None
    rings: tuple[Float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Outlines:
    """The countries of a file.

    Attributes
    ----------
    source
        What to call the file in a sentence.
    parts
        The outlines in the order of the file.
    sha256
        Checksum of the file's bytes [hexadecimal].
    """

    source: str
    parts: tuple[Outline, ...]
    sha256: str

    def rings(self, country: str) -> tuple[Float, ...]:
        """Return all rings of a country; none where the file does not have it."""
        return tuple(ring for part in self.parts if part.country == country for ring in part.rings)

    def within(self, window: Window) -> Iterator[tuple[str | None, tuple[Float, ...]]]:
        """Yield the country of each outline that reaches into a window, and its rings there, cut at the edges."""
        for part in self.parts:
            found = (clip(ring, window) for ring in part.rings)
            kept = tuple(ring for ring in found if len(ring) > 2)
            if kept:
                yield part.country, kept
