"""The ways in which an option may change."""

from __future__ import annotations

from enum import StrEnum


class Direction(StrEnum):
    """How the owner of an option may change it."""

    BOTH = "both"
    TAKE_ONLY = "take-only"
    DROP_ONLY = "drop-only"
