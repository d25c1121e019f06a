"""What templates print of assumptions: in pieces, by the findings that take them for granted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something taken for granted: why, and what it says."""

    anchor: str
    reason: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What the very same findings take for granted, and these (anchor and title)."""

    used: tuple[tuple[str, str], ...]
    listed: tuple[Assumption, ...]
