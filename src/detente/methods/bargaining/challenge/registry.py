"""Find the readings of the challenge model: one per file in ``presets/``. Nobody edits a list."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from detente.methods.bargaining.challenge import presets
from detente.methods.bargaining.challenge.preset import Preset
from detente.methods.plugins import found_in


@cache
def shipped_presets() -> MappingProxyType[str, Preset]:
    """Return every ``PRESET`` in ``presets/`` by key, in their own order (a read-only mapping)."""
    return found_in(presets, "PRESET", Preset)
