"""Find the readings of the challenge model: one per file in ``presets/``. Nobody edits a list."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import MappingProxyType

from detente.methods.bargaining.challenge import presets
from detente.methods.bargaining.challenge.preset import Preset


@cache
def shipped_presets() -> MappingProxyType[str, Preset]:
    """Return every ``PRESET`` in ``presets/`` by key, in their own order (a read-only mapping)."""
    modules = pkgutil.iter_modules(presets.__path__, prefix=f"{presets.__name__}.")
    found: list[Preset] = [importlib.import_module(module.name).PRESET for module in modules]
    return MappingProxyType({preset.key: preset for preset in sorted(found, key=lambda preset: preset.order)})
