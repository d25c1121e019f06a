"""Limits that checks can speak of without loading arrays."""

from __future__ import annotations

MOST_PACKAGES = 1 << 20
"""More packages than this are not enumerated."""
